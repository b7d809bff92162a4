package org.cleanplate.network.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The last step of a pixel: source and residual are added, clamped and rounded, in 32-bit floats
 * whatever the network's are. It works on rows, so that the coarse result is finished strip by
 * strip and refined blocks on their own, and what is kept at full size is bytes.
 *
 * <p>Its products are, in this order: alpha and foreground merged (unless only a composite is asked
 * for), and the composite (if asked for), each {@code [rows, pixels * channels]}.
 */
final class PixelFinish {
  private static final int ALPHA = 3;

  private final MergedFormat format;
  private final boolean merged;
  private final boolean composite;

  PixelFinish(GraphOptions options) {
    this.format = MergedFormat.of(options);
    this.composite = options.wants(Layer.COMPOSITE_8);
    this.merged =
        options.layers().stream()
            .anyMatch(layer -> layer.scale() == Layer.Scale.FULL && layer != Layer.COMPOSITE_8);
  }

  /** How many products there are: 0, if nothing of full size is asked for, to 2. */
  int products() {
    return (merged ? 1 : 0) + (composite ? 1 : 0);
  }

  boolean hasMerged() {
    return merged;
  }

  boolean hasComposite() {
    return composite;
  }

  /**
   * Finishes rows of pixels.
   *
   * @param graph for 32-bit floats
   * @param residual alpha and foreground residual, {@code [rows, pixels * channels]}
   * @param source the same pixels of the frame
   */
  List<String> withSource(GraphBuilder graph, String residual, PixelRows source) {
    String sum =
        format.hasForeground() ? graph.binary("Add", residual, source.inFormat(format)) : residual;
    return finished(graph, sum, source.pixels());
  }

  /**
   * Finishes rows of alpha and foreground that already are what they should be, but for rounding.
   */
  List<String> finished(GraphBuilder graph, String sum, int pixels) {
    String clamped = graph.clip(sum, format.bias(), format.unit() + format.bias());
    List<String> products = new ArrayList<>();
    if (merged) {
      products.add(format.isBytes() ? graph.cast(clamped, DataType.UINT8) : clamped);
    }
    if (composite) {
      products.add(format.rounded(graph, composite(graph, clamped, pixels)));
    }
    return products;
  }

  /** alpha * foreground + (1 - alpha) * backdrop, in the format's units, bias and all. */
  private String composite(GraphBuilder graph, String clamped, int pixels) {
    long[] order = new long[4 * pixels];
    Arrays.setAll(order, i -> i % 4 == ALPHA ? 0 : format.order()[i % 4] - 1L);
    String backdrop =
        format.inUnits(graph, graph.gather(GraphInputs.BACKDROP, graph.longs(order), 0));
    String difference = graph.binary("Sub", clamped, backdrop);
    String weighted = graph.binary("Mul", difference, alphaOfEveryChannel(graph, clamped, pixels));
    return graph.binary("Add", weighted, backdrop);
  }

  /** Alpha of 0..1 beside each of a pixel's four channels. */
  private String alphaOfEveryChannel(GraphBuilder graph, String clamped, int pixels) {
    float[] matrix = new float[16];
    Arrays.fill(matrix, 4 * ALPHA, 16, 1 / format.unit());
    String single = graph.reshape(clamped, -1, 4);
    String spread = graph.binary("MatMul", single, graph.floats(matrix, 4, 4));
    String rows = graph.reshape(spread, -1, 4L * pixels);
    return format.bias() == 0
        ? rows
        : graph.binary("Sub", rows, graph.scalar(format.bias() / format.unit()));
  }
}
