package org.cleanplate.samples.benchmark;

import java.nio.ByteBuffer;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.engine.ort.OrtEngine;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.progress.Cancellation;

/** Our graph through our engine, the host's 8-bit pixels in and 8-bit layers out. */
final class OurEngine implements Contestant {
  private final MattingEngine engine;
  private final MattingSession session;
  private final Frame source;
  private final Frame cleanPlate;
  private final Matte matte;
  private final Cancellation never = new Cancellation();

  /**
   * Opens the model on one thread.
   *
   * @param options that deliver {@link Layer#ALPHA_8}
   */
  OurEngine(MattingModel model, MattingOptions options, Frame source, Frame cleanPlate) {
    engine = OrtEngine.open(model, new Device.Cpu(), 1);
    session = engine.open(source.format(), options);
    this.source = source;
    this.cleanPlate = cleanPlate;
    matte = session.allocateMatte();
  }

  @Override
  public void run() {
    session.compute(source, cleanPlate, matte, never);
  }

  @Override
  public float[] alpha() {
    run();
    ByteBuffer levels = matte.layer(Layer.ALPHA_8).pixels();
    float[] alpha = new float[levels.remaining()];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = Byte.toUnsignedInt(levels.get(i)) / 255f;
    }
    return alpha;
  }

  @Override
  public void close() {
    engine.close();
  }
}
