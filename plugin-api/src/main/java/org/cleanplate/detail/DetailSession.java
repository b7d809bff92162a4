package org.cleanplate.detail;

import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.progress.Cancellation;

/**
 * A session whose mattes get their outlines from the plate.
 *
 * @param network the session that does all else
 * @param options as they were asked for
 * @param alpha the layer of {@code network} to start from
 */
record DetailSession(MattingSession network, MattingOptions options, Layer alpha)
    implements MattingSession {

  @Override
  public FrameFormat format() {
    return network.format();
  }

  @Override
  public Matte allocateMatte() {
    return network.allocateMatte();
  }

  @Override
  public void compute(Frame source, Frame cleanPlate, Matte matte, Cancellation cancellation) {
    network.compute(source, cleanPlate, matte, cancellation);
    cancellation.check();
    new PlateDetail(source, cleanPlate, alphaOf(matte), options.levels())
        .draw(matte, options.backdrop());
  }

  private float[] alphaOf(Matte matte) {
    Samples samples = Samples.of(matte.layer(alpha));
    float[] values = new float[format().width() * format().height()];
    for (int i = 0; i < values.length; i++) {
      values[i] = samples.get(i, 0) / samples.fullScale();
    }
    return values;
  }
}
