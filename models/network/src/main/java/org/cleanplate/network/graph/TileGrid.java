package org.cleanplate.network.graph;

import static org.cleanplate.network.graph.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/**
 * The blocks of a frame gathered into square tiles; those at the right and lower edge may reach
 * beyond it.
 *
 * @param tileBlocks side of a tile in blocks
 */
record TileGrid(GraphGeometry geometry, int tileBlocks) {

  int down() {
    return (geometry.blocksDown() + tileBlocks - 1) / tileBlocks;
  }

  int across() {
    return (geometry.blocksAcross() + tileBlocks - 1) / tileBlocks;
  }

  /** The grid of single blocks. */
  static TileGrid ofBlocks(GraphGeometry geometry) {
    return new TileGrid(geometry, 1);
  }

  /**
   * Which tiles hold a selected block: bool {@code [tiles down, tiles across]}.
   *
   * @param finerMask the same for {@code finer}, whose tiles divide these
   */
  String tilesWithSelection(GraphBuilder graph, String finerMask, TileGrid finer) {
    int factor = tileBlocks / finer.tileBlocks;
    if (factor == 1) {
      return finerMask;
    }
    String map = graph.cast(finerMask, DataType.FLOAT);
    String padded =
        padded(
            graph,
            graph.reshape(map, 1, 1, finer.down(), finer.across()),
            down() * factor - finer.down(),
            across() * factor - finer.across());
    String pooled =
        graph.node(
            "MaxPool",
            List.of(padded),
            attribute("kernel_shape", new long[] {factor, factor}),
            attribute("strides", new long[] {factor, factor}));
    return graph.reshape(graph.cast(pooled, DataType.BOOL), down(), across());
  }

  /** The selected blocks tile by tile: float {@code [tiles, blocks of a tile]}, 0 or 1. */
  String blocksByTile(GraphBuilder graph, String blockMask) {
    String cells =
        graph.reshape(paddedMask(graph, blockMask), down(), tileBlocks, across(), tileBlocks);
    return graph.reshape(
        graph.transpose(cells, 0, 2, 1, 3),
        (long) down() * across(),
        (long) tileBlocks * tileBlocks);
  }

  /** The mask as floats {@code [1, 1, height, width]}, filled up to whole tiles. */
  private String paddedMask(GraphBuilder graph, String blockMask) {
    String floats = graph.cast(blockMask, DataType.FLOAT);
    return padded(
        graph,
        graph.reshape(floats, 1, 1, geometry.blocksDown(), geometry.blocksAcross()),
        down() * tileBlocks - geometry.blocksDown(),
        across() * tileBlocks - geometry.blocksAcross());
  }

  private static String padded(GraphBuilder graph, String map, int below, int right) {
    return below == 0 && right == 0
        ? map
        : graph.node("Pad", List.of(map, graph.longs(0, 0, 0, 0, 0, 0, below, right)));
  }
}
