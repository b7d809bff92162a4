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
public record RefinementCost(Architecture architecture) {

  /**
   * Multiply-adds that cutting out and rearranging a pixel of a window is worth: fitted to the
   * times of tiles of each size at 1080p on a processor with AVX-512.
   */
  private static final double WINDOW_PIXEL = 2_000;

  /** Multiply-adds of one tile's window. */
  public long tileMultiplyAdds(int tileBlocks) {
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
  public double denseMultiplyAddsPerBlock() {
    int large = 64;
    return tileMultiplyAdds(large) / (double) (large * large);
  }

  /** Price of one tile's window, in multiply-adds: arithmetic and moving pixels about. */
  double ofTile(int tileBlocks) {
    int side = 4 * (tileBlocks + new Refiner(architecture).halfMargin());
    return tileMultiplyAdds(tileBlocks) + WINDOW_PIXEL * side * side;
  }

  /** Price of the whole image. */
  double ofWholeImage(GraphGeometry geometry) {
    int pixels = GraphGeometry.BLOCK * GraphGeometry.BLOCK;
    return (denseMultiplyAddsPerBlock() + WINDOW_PIXEL * pixels) * geometry.blocks();
  }
}
