package org.cleanplate.network.graph;

import static org.cleanplate.network.graph.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.List;

/**
 * Some large convolutions and nothing else: what a device is tried out and timed with. Every device
 * that a matte can be computed on has them.
 */
public final class TrialGraph {
  /** Input, float {@code [1, CHANNELS, SIDE, SIDE]}; the output is of the same shape. */
  public static final String INPUT = "x";

  public static final String OUTPUT = "y";
  public static final int CHANNELS = 64;
  public static final int SIDE = 128;

  private static final int LAYERS = 3;
  private static final int KERNEL = 3;

  private TrialGraph() {}

  /** The graph; each layer is the mean of what its filter sees. */
  public static byte[] build() {
    GraphBuilder graph = new GraphBuilder("trial");
    graph.input(INPUT, DataType.FLOAT, 1, CHANNELS, SIDE, SIDE);
    float[] mean = new float[CHANNELS * CHANNELS * KERNEL * KERNEL];
    Arrays.fill(mean, 1f / (CHANNELS * KERNEL * KERNEL));
    String value = INPUT;
    for (int i = 0; i < LAYERS; i++) {
      String filter = graph.floats(mean, CHANNELS, CHANNELS, KERNEL, KERNEL);
      value =
          graph.node(
              "Conv",
              List.of(value, filter),
              attribute("kernel_shape", new long[] {KERNEL, KERNEL}),
              attribute("pads", new long[] {1, 1, 1, 1}));
    }
    graph.output(OUTPUT, value, DataType.FLOAT, 1, CHANNELS, SIDE, SIDE);
    return graph.toModel();
  }
}
