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

  /** Which tiles hold a selected block: bool {@code [tiles down, tiles across]}. */
  String tilesWithSelection(GraphBuilder graph, String blockMask) {
    if (tileBlocks == 1) {
      return blockMask;
    }
    String pooled =
        graph.node(
            "MaxPool",
            List.of(paddedMask(graph, blockMask)),
            attribute("kernel_shape", new long[] {tileBlocks, tileBlocks}),
            attribute("strides", new long[] {tileBlocks, tileBlocks}));
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
    String map = graph.reshape(floats, 1, 1, geometry.blocksDown(), geometry.blocksAcross());
    int below = down() * tileBlocks - geometry.blocksDown();
    int right = across() * tileBlocks - geometry.blocksAcross();
    return below == 0 && right == 0
        ? map
        : graph.node("Pad", List.of(map, graph.longs(0, 0, 0, 0, 0, 0, below, right)));
  }
}
