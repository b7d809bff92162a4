package org.cleanplate.network.graph;

import static org.cleanplate.network.graph.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/**
 * The blocks to refine, found on the error map (paper, section 4: patches of largest predicted
 * error).
 *
 * @param mask name of a bool {@code [blocks down, blocks across]}
 * @param count name of an int64 {@code [1]}: how many are true
 */
record BlockSelection(String mask, String count) {

  static BlockSelection select(OnnxOps ops, FeatureMap error, GraphOptions options) {
    GraphBuilder graph = ops.graph().exact();
    GraphGeometry geometry = options.geometry();
    int down = geometry.blocksDown();
    int across = geometry.blocksAcross();
    String perBlock = errorPerBlock(ops, error, geometry);
    return switch (options.refinement()) {
      case SAMPLING, SAMPLING_TO_COUNT -> {
        boolean bounded = options.refinement() == RefinementMode.SAMPLING;
        yield largest(graph, graph.reshape(perBlock, geometry.blocks()), bounded, down, across);
      }
      case THRESHOLDING -> of(graph, aboveThreshold(graph, perBlock, geometry));
      case FULL, NONE ->
          throw new IllegalArgumentException(options.refinement() + " selects no blocks");
    };
  }

  /** The error map with a pixel for each block, in 32-bit floats. */
  static String errorPerBlock(OnnxOps ops, FeatureMap error, GraphGeometry geometry) {
    OnnxOps exact = ops.in(ops.graph().exact());
    FeatureMap perBlock =
        exact.resizeBilinear(ops.exact(error), geometry.blocksDown(), geometry.blocksAcross());
    return exact.name(perBlock);
  }

  /**
   * The blocks of a larger error than the threshold, which becomes an input of the graph: bool
   * {@code [blocks down, blocks across]}.
   *
   * @param perBlock from {@link #errorPerBlock}
   */
  static String aboveThreshold(GraphBuilder graph, String perBlock, GraphGeometry geometry) {
    graph.input(GraphInputs.THRESHOLD, DataType.FLOAT, 1);
    String map = graph.reshape(perBlock, geometry.blocksDown(), geometry.blocksAcross());
    return graph.binary("Greater", map, GraphInputs.THRESHOLD);
  }

  /** The most erroneous ones; among equals the first, as TopK orders them. */
  private static BlockSelection largest(
      GraphBuilder graph, String errors, boolean onlyPositive, int down, int across) {
    graph.input(GraphInputs.SAMPLE_BLOCKS, DataType.INT64, 1);
    String count =
        graph.binary("Min", GraphInputs.SAMPLE_BLOCKS, graph.longs((long) down * across));
    List<String> top = graph.nodes("TopK", 2, List.of(errors, count), attribute("axis", 0));
    String chosen =
        onlyPositive
            ? graph.cast(graph.binary("Greater", top.get(0), graph.scalar(0)), DataType.UINT8)
            : graph.node("Expand", List.of(graph.bytes(new byte[] {1}, 1), count));
    return of(graph, maskOf(graph, top.get(1), chosen, down, across));
  }

  /**
   * A map of the blocks.
   *
   * @param numbers of some blocks, from the top left on, int64 {@code [blocks]}
   * @param chosen which of them count, uint8 {@code [blocks]}, 0 or 1
   * @return bool {@code [blocks down, blocks across]}
   */
  static String maskOf(GraphBuilder graph, String numbers, String chosen, int down, int across) {
    String none = graph.bytes(new byte[down * across], (long) down * across);
    String flat =
        graph.node("ScatterElements", List.of(none, numbers, chosen), attribute("axis", 0));
    return graph.cast(graph.reshape(flat, down, across), DataType.BOOL);
  }

  private static BlockSelection of(GraphBuilder graph, String mask) {
    return new BlockSelection(mask, countOf(graph, mask));
  }

  /** How many of a bool tensor are true: int64 {@code [1]}. */
  static String countOf(GraphBuilder graph, String mask) {
    String ones = graph.cast(mask, DataType.INT64);
    String count = graph.node("ReduceSum", List.of(ones), attribute("keepdims", 0));
    return graph.reshape(count, 1);
  }
}
