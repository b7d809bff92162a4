package org.cleanplate.engine.ort;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.GraphForm;
import org.cleanplate.network.graph.GraphInputs;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.Refinement;

/** The tensors of one call, freed together; the pixels under them belong to the frames. */
final class TensorScope implements AutoCloseable {
  private final OrtEnvironment environment;
  private final List<OnnxTensor> tensors = new ArrayList<>();

  TensorScope(OrtEnvironment environment) {
    this.environment = environment;
  }

  /** Frame, plate and levels. */
  Map<String, OnnxTensor> pictures(Frame source, Frame cleanPlate, MattingOptions options)
      throws OrtException {
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    inputs.put(GraphInputs.SOURCE, over(source));
    inputs.put(GraphInputs.CLEAN_PLATE, over(cleanPlate));
    PixelLayout layout = source.format().layout();
    if (layout.bytesPerSample() > 1) {
      inputs.put(GraphInputs.LEVELS, floats(levels(layout, options.levels())));
    }
    return inputs;
  }

  /** The numbers that steer refinement, as far as a graph of this form leaves them open. */
  Map<String, OnnxTensor> refinement(Refinement refinement, GraphForm form) throws OrtException {
    if (refinement instanceof Refinement.Sampling sampling) {
      return form instanceof GraphForm.Static
          ? Map.of()
          : Map.of(GraphInputs.SAMPLE_BLOCKS, longs(sampling.blocks()));
    }
    if (refinement instanceof Refinement.Thresholding thresholding) {
      return Map.of(GraphInputs.THRESHOLD, floats((float) thresholding.error()));
    }
    return Map.of();
  }

  /** The colour behind a composite, if one is asked for. */
  Map<String, OnnxTensor> backdrop(MattingOptions options) throws OrtException {
    if (options.layers().stream().noneMatch(Layer::isComposite)) {
      return Map.of();
    }
    int rgb = options.backdrop();
    OnnxTensor colour =
        floats((rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
    return Map.of(GraphInputs.BACKDROP, colour);
  }

  /** The matte's layers as outputs to be written in place. */
  Map<String, OnnxTensor> layers(Matte matte) throws OrtException {
    Map<String, OnnxTensor> outputs = new LinkedHashMap<>();
    for (Layer layer : matte.layers()) {
      outputs.put(layer.name(), over(matte.layer(layer)));
    }
    return outputs;
  }

  private static float[] levels(PixelLayout layout, MattingOptions.Levels levels) {
    double black = levels.black();
    double white = levels.white();
    if (Double.isNaN(black)) {
      black = 0;
      white = layout.bytesPerSample() == Short.BYTES ? 65_535 : 1;
    }
    return new float[] {(float) black, (float) (1 / (white - black))};
  }

  /** A frame's pixels, to be read or written in place. */
  OnnxTensor over(Frame frame) throws OrtException {
    return keep(FrameTensor.over(environment, frame));
  }

  private OnnxTensor floats(float... values) throws OrtException {
    return keep(
        OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), new long[] {values.length}));
  }

  private OnnxTensor longs(long... values) throws OrtException {
    return keep(
        OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {values.length}));
  }

  private OnnxTensor keep(OnnxTensor tensor) {
    tensors.add(tensor);
    return tensor;
  }

  @Override
  public void close() {
    tensors.forEach(OnnxTensor::close);
  }
}
