package org.cleanplate.network.graph;

import org.cleanplate.network.Architecture;
import org.cleanplate.network.Refiner;
import org.cleanplate.network.cost.CostOps;
import org.cleanplate.network.cost.Shape;

/**
 * What refining takes, to choose the cheaper of windows and the whole image.
 *
 * @param architecture for the refiner's channels
 */
record RefinementCost(Architecture architecture) {

  /** Cutting windows out and writing them back takes time besides the arithmetic. */
  private static final double WINDOW_OVERHEAD = 1.25;

  /** Multiply-adds of one tile's window. */
  long tileMultiplyAdds(int tileBlocks) {
    Refiner refiner = new Refiner(architecture);
    CostOps ops = new CostOps();
    int halfSide = 2 * tileBlocks + 2 * refiner.halfMargin();
    int channels = architecture.hiddenChannels() + 4 + Architecture.INPUT_CHANNELS;
    Shape half = refiner.half(ops, new Shape(channels, halfSide, halfSide), 0);
    Shape upsampled = ops.upsampleNearest(half);
    int inputs = half.channels() + Architecture.INPUT_CHANNELS;
    refiner.full(ops, new Shape(inputs, upsampled.height(), upsampled.width()));
    return ops.total().multiplyAdds();
  }

  /** Multiply-adds of a block when the whole image is computed. */
  double denseMultiplyAddsPerBlock() {
    int large = 64;
    return tileMultiplyAdds(large) / (double) (large * large);
  }

  /** The selected blocks from which on it is cheaper to compute all. */
  long blocksWorthAll(GraphGeometry geometry, int tileBlocks) {
    double perTile = tileMultiplyAdds(tileBlocks) * WINDOW_OVERHEAD;
    return (long) (geometry.blocks() * denseMultiplyAddsPerBlock() / perTile);
  }

  /** The smallest tile whose windows can be cut out of the coarse map itself, else one block. */
  int smallestTile(GraphGeometry geometry) {
    for (int tileBlocks = 1; tileBlocks <= 2; tileBlocks++) {
      if (WindowTables.wholeFactor(geometry, tileBlocks).isPresent()) {
        return tileBlocks;
      }
    }
    return 1;
  }
}
