package org.cleanplate.network.graph;

import static org.cleanplate.network.graph.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The blocks of largest error, in a number that is known when the graph is written. Those among
 * them without any error are computed like the others, as no shape may depend on the pixels, but
 * what comes of them is not used if that is not wanted.
 *
 * @param numbers name of an int64 {@code [blocks]}: the blocks, counted from the top left on
 * @param rows name of an int64 {@code [blocks]}
 * @param columns name of an int64 {@code [blocks]}
 * @param wanted name of a bool {@code [blocks, 1]}; empty if all are
 * @param blocks how many
 */
record FixedSelection(
    String numbers, String rows, String columns, Optional<String> wanted, int blocks) {

  /**
   * Selects on the error map; among equals the first.
   *
   * @param blocks 1 up to what the frame has
   */
  static FixedSelection largest(OnnxOps ops, FeatureMap error, GraphOptions options, int blocks) {
    GraphBuilder graph = ops.graph().exact();
    GraphGeometry geometry = options.geometry();
    String perBlock = BlockSelection.errorPerBlock(ops, error, geometry);
    String errors = graph.reshape(perBlock, geometry.blocks());
    List<String> top =
        graph.nodes("TopK", 2, List.of(errors, graph.longs(blocks)), attribute("axis", 0));
    String numbers = top.get(1);
    String across = graph.longs(geometry.blocksAcross());
    String rows = graph.binary("Div", numbers, across);
    String columns = graph.binary("Sub", numbers, graph.binary("Mul", rows, across));
    Optional<String> wanted =
        options.refinement() == RefinementMode.SAMPLING
            ? Optional.of(graph.binary("Greater", top.get(0), graph.scalar(0)))
            : Optional.empty();
    return new FixedSelection(
        numbers, rows, columns, wanted.map(flags -> graph.reshape(flags, blocks, 1)), blocks);
  }

  /** A map of the blocks that are refined: bool {@code [blocks down, blocks across]}. */
  String mask(GraphBuilder graph, GraphGeometry geometry) {
    String flags =
        wanted
            .map(bools -> graph.reshape(graph.cast(bools, DataType.UINT8), blocks))
            .orElseGet(() -> ones(graph));
    return BlockSelection.maskOf(
        graph, numbers, flags, geometry.blocksDown(), geometry.blocksAcross());
  }

  private String ones(GraphBuilder graph) {
    byte[] ones = new byte[blocks];
    Arrays.fill(ones, (byte) 1);
    return graph.bytes(ones, blocks);
  }

  /**
   * The rows of the blocks that are wanted, of the others what was there.
   *
   * @param refined {@code [rows of all blocks, values]}, as many for each block
   * @param former of the same shape
   */
  String keepUnwanted(GraphBuilder graph, String refined, String former, int rowsPerBlock) {
    if (wanted.isEmpty()) {
      return refined;
    }
    String spread = graph.node("Expand", List.of(wanted.get(), graph.longs(blocks, rowsPerBlock)));
    String flags = graph.reshape(spread, (long) blocks * rowsPerBlock, 1);
    return graph.node("Where", List.of(flags, refined, former));
  }
}
