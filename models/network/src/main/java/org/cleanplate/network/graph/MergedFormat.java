package org.cleanplate.network.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import java.util.Set;

/**
 * How alpha and foreground travel together at full size: {@code [height, width, channels]} floats,
 * each channel as {@code unit * value + bias}. In bytes' units rounding is then a plain cast.
 *
 * @param order which of the refiner's outputs (0 alpha; 1, 2, 3 red, green, blue) each channel is
 * @param unit 1, or 255 if only bytes are asked for
 * @param bias 0, or 0.5 with it
 */
record MergedFormat(int[] order, float unit, float bias) {
  private static final Set<Layer> BYTES =
      Set.of(Layer.ALPHA_8, Layer.FOREGROUND_8, Layer.CUTOUT_8, Layer.COMPOSITE_8);
  private static final Set<Layer> ALPHA_ALONE =
      Set.of(Layer.ALPHA_8, Layer.ALPHA_16, Layer.ALPHA_FLOAT);

  static MergedFormat of(GraphOptions options) {
    boolean onlyBytes = true;
    boolean onlyAlpha = true;
    for (Layer layer : options.layers()) {
      if (layer.scale() == Layer.Scale.FULL) {
        onlyBytes &= BYTES.contains(layer);
        onlyAlpha &= ALPHA_ALONE.contains(layer);
      }
    }
    int[] order = {0};
    if (!onlyAlpha) {
      // The order of the source's own channels, so that it can be added as it lies.
      order = options.input().channels() == 3 ? new int[] {1, 2, 3, 0} : new int[] {3, 2, 1, 0};
    }
    return new MergedFormat(order, onlyBytes ? 255 : 1, onlyBytes ? 0.5f : 0);
  }

  /** Whether a layer is rounded to bytes. */
  static boolean isOfBytes(Layer layer) {
    return BYTES.contains(layer);
  }

  int channels() {
    return order.length;
  }

  boolean hasForeground() {
    return order.length > 1;
  }

  /** Whether the colours lie as blue, green, red. */
  boolean reversed() {
    return order[0] == 3;
  }

  /** Whether it is bytes in the end: clamped, it only needs to be cast. */
  boolean isBytes() {
    return unit != 1;
  }

  /** Where one of the refiner's outputs lies. */
  int positionOf(int output) {
    int position = 0;
    while (order[position] != output) {
      position++;
    }
    return position;
  }

  /** A clamped value of this format to the nearest of 0..255. */
  String rounded(GraphBuilder graph, String value) {
    String biased = value;
    if (!isBytes()) {
      String scaled = graph.binary("Mul", value, graph.scalar(255));
      biased = graph.binary("Add", scaled, graph.scalar(0.5f));
    }
    return graph.cast(biased, DataType.UINT8);
  }

  /** A value of 0..1 in this format's units. */
  String inUnits(GraphBuilder graph, String value) {
    if (unit == 1) {
      return value;
    }
    String scaled = graph.binary("Mul", value, graph.scalar(unit));
    return graph.binary("Add", scaled, graph.scalar(bias));
  }

  /**
   * A convolution whose four outputs are alpha and residual, made to deliver this format: of every
   * pixel of a cell its channels in order.
   */
  FeatureMap deliveredBy(FeatureMap refined) {
    List<ChannelMap> cell = refined.cell();
    int[] outputs = new int[cell.size() * order.length];
    double[] gains = new double[outputs.length];
    double[] offsets = new double[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = cell.get(i / order.length).positions()[order[i % order.length]];
      gains[i] = unit;
      offsets[i] = bias;
    }
    PendingConv ordered = refined.pendingConv().reordered(outputs).scaled(gains, offsets);
    List<ChannelMap> packed = ChannelMap.sideBySide(cell.size(), order.length, outputs.length);
    return FeatureMap.pending(ordered, packed, refined.height(), refined.width());
  }
}
