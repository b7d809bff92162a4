package org.cleanplate.golden;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.GraphForm;
import org.cleanplate.network.graph.GraphInputs;
import org.cleanplate.network.graph.GraphOptions;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.MattingGraph;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.Precision;
import org.cleanplate.network.graph.Refinement;
import org.cleanplate.network.graph.RefinementMode;

/** A case through {@link RoundedHalves}, from bytes to floats. */
final class RoundedRun {
  private RoundedRun() {}

  static GoldenRun compute(
      GoldenCase golden, MattingModel.Network model, GoldenInput input, Set<Layer> layers)
      throws IOException, OrtException {
    int blocks =
        golden.refinement() instanceof Refinement.Sampling sampling ? sampling.blocks() : 0;
    GraphOptions options =
        new GraphOptions(
            input.width(),
            input.height(),
            PixelLayout.BGRA_8,
            golden.backboneScale(),
            RefinementMode.of(golden.refinement()),
            layers,
            new GraphForm.Static(Precision.FP16, blocks));
    byte[] graph =
        RoundedHalves.of(MattingGraph.build(model.architecture(), model.weights(), options));
    Map<Layer, Frame> frames = new EnumMap<>(Layer.class);
    Map<String, OnnxTensor> outputs = new LinkedHashMap<>();
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(graph)) {
      inputs.put(GraphInputs.SOURCE, tensor(environment, input.sourceAs(PixelLayout.BGRA_8)));
      inputs.put(GraphInputs.CLEAN_PLATE, tensor(environment, input.plateAs(PixelLayout.BGRA_8)));
      if (golden.refinement() instanceof Refinement.Thresholding thresholding) {
        FloatBuffer error = FloatBuffer.wrap(new float[] {(float) thresholding.error()});
        inputs.put(
            GraphInputs.THRESHOLD, OnnxTensor.createTensor(environment, error, new long[] {1}));
      }
      for (Layer layer : layers) {
        int[] size = options.geometry().sizeOf(layer);
        frames.put(layer, Frame.allocate(new FrameFormat(size[0], size[1], layer.layout())));
        outputs.put(layer.name(), tensor(environment, frames.get(layer)));
      }
      session.run(inputs, Set.of(), outputs).close();
    } finally {
      inputs.values().forEach(OnnxTensor::close);
      outputs.values().forEach(OnnxTensor::close);
    }
    return GoldenRun.of(new Matte(frames));
  }

  private static OnnxTensor tensor(OrtEnvironment environment, Frame frame) throws OrtException {
    FrameFormat format = frame.format();
    PixelLayout layout = format.layout();
    long height = format.height();
    long width = format.width();
    long[] shape =
        layout.channels() == 1
            ? new long[] {height, width}
            : layout.packed()
                ? new long[] {height, width, layout.channels()}
                : new long[] {layout.channels(), height, width};
    OnnxJavaType type = layout.bytesPerSample() == 1 ? OnnxJavaType.UINT8 : OnnxJavaType.FLOAT;
    return OnnxTensor.createTensor(environment, frame.pixels(), shape, type);
  }
}
