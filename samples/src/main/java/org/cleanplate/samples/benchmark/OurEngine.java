package org.cleanplate.samples.benchmark;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.engine.ort.OrtEngine;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.GraphInputs;
import org.cleanplate.network.graph.GraphOptions;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.MattingGraph;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.RefinementMode;
import org.cleanplate.progress.Cancellation;

/** Our graph through our engine, the host's 8-bit pixels in and 8-bit layers out. */
final class OurEngine implements Contestant {
  private final FrameCase frame;
  private final MattingModel.Network model;
  private final MattingEngine engine;
  private final MattingSession session;
  private final Frame source;
  private final Frame cleanPlate;
  private final Matte matte;
  private final Cancellation never = new Cancellation();

  private OurEngine(FrameCase frame, MattingModel.Network model, Frame source, Frame cleanPlate) {
    this.frame = frame;
    this.model = model;
    this.source = source;
    this.cleanPlate = cleanPlate;
    engine = OrtEngine.open(model, new Device.Cpu(), 1);
    session = engine.open(source.format(), frame.options());
    matte = session.allocateMatte();
  }

  /** Opens the case's model on one thread. */
  static OurEngine open(FrameCase frame, Path golden, PicturePair pictures) {
    FrameFormat format =
        new FrameFormat(frame.size().width(), frame.size().height(), PixelLayout.BGRA_8);
    return new OurEngine(
        frame,
        frame.model().load(golden),
        pictures.sourceAs(format),
        pictures.cleanPlateAs(format));
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
  public StageProfile profile() throws IOException, OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    byte[] graph = MattingGraph.build(model.architecture(), model.weights(), graphOptions());
    try (OnnxTensor sourceTensor = tensor(environment, source);
        OnnxTensor plateTensor = tensor(environment, cleanPlate);
        OnnxTensor blocks = OnnxTensor.createTensor(environment, new long[] {frame.blocks()})) {
      return StageProfile.of(
          options -> environment.createSession(graph, options),
          Map.of(
              GraphInputs.SOURCE, sourceTensor,
              GraphInputs.CLEAN_PLATE, plateTensor,
              GraphInputs.SAMPLE_BLOCKS, blocks),
          session.options().layers().stream().map(Layer::name).collect(Collectors.toSet()));
    }
  }

  private GraphOptions graphOptions() {
    return new GraphOptions(
        frame.size().width(),
        frame.size().height(),
        source.format().layout(),
        frame.scale(),
        RefinementMode.of(frame.options().refinement()),
        Set.copyOf(session.options().layers()));
  }

  private static OnnxTensor tensor(OrtEnvironment environment, Frame picture) throws OrtException {
    FrameFormat format = picture.format();
    long[] shape = {format.height(), format.width(), format.layout().channels()};
    return OnnxTensor.createTensor(environment, picture.pixels(), shape, OnnxJavaType.UINT8);
  }

  @Override
  public void close() {
    engine.close();
  }
}
