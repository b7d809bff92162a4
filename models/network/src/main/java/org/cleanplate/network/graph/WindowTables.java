package org.cleanplate.network.graph;

import java.util.OptionalInt;

/**
 * Where the window of each tile lies along one axis, as tables that the graph looks up. A tile is a
 * row of blocks that are refined together; its window is what the refiner must see for them.
 *
 * @param size of the padded frame along the axis, in pixels
 * @param coarseSize of the coarse map along the axis
 * @param tileBlocks blocks in a tile along the axis
 * @param halfMargin half-resolution pixels seen beyond the tile
 * @param factor half-resolution pixels that a coarse pixel spans
 */
record WindowTables(int size, int coarseSize, int tileBlocks, int halfMargin, int factor) {

  /** Whether a coarse pixel spans an even whole number of pixels in both directions. */
  static boolean ratioIsEven(GraphGeometry geometry) {
    OptionalInt ratio = geometry.wholeRatio();
    return ratio.isPresent() && ratio.getAsInt() % 2 == 0;
  }

  /** The factor for a frame, if windows of such tiles can be cut out of the coarse map itself. */
  static OptionalInt wholeFactor(GraphGeometry geometry, int tileBlocks) {
    if (!ratioIsEven(geometry)) {
      return OptionalInt.empty();
    }
    int factor = geometry.wholeRatio().getAsInt() / 2;
    return 2 * tileBlocks % factor == 0 ? OptionalInt.of(factor) : OptionalInt.empty();
  }

  int tiles() {
    int tilePixels = tileBlocks * GraphGeometry.BLOCK;
    return (size + tilePixels - 1) / tilePixels;
  }

  /** Side of the window in half-resolution pixels. */
  int halfWindow() {
    return 2 * tileBlocks + 2 * halfMargin;
  }

  /** Side of the window in full-resolution pixels. */
  int fullWindow() {
    return 2 * halfWindow();
  }

  /** Whether a coarse pixel is larger than one of half resolution. */
  boolean enlarges() {
    return factor > 1;
  }

  /** Side of the window in coarse pixels, all that interpolation touches. */
  int coarseWindow() {
    return enlarges() ? coarseBase(halfWindow() - 1) + 2 - coarseBase(0) : halfWindow();
  }

  /** The coarse pixel at or before the centre of a half-resolution pixel of the window. */
  private int coarseBase(int halfPixel) {
    return (int) Math.floor(coarsePosition(halfPixel));
  }

  /** Pixel centres lie at .5; counted from the tile's first coarse pixel. */
  private double coarsePosition(int halfPixel) {
    return (halfPixel - halfMargin + 0.5) / factor - 0.5;
  }

  /** Coarse pixels under each tile's window, {@code [tiles, coarse window]}, the edge repeated. */
  int[] coarsePixels(int stride) {
    int window = coarseWindow();
    int[] table = new int[tiles() * window];
    for (int tile = 0; tile < tiles(); tile++) {
      int start = 2 * tileBlocks / factor * tile + coarseBase(0);
      for (int i = 0; i < window; i++) {
        int pixel = Math.max(0, Math.min(coarseSize - 1, start + i));
        table[tile * window + i] = pixel * stride;
      }
    }
    return table;
  }

  /**
   * Bilinear weights from coarse to half-resolution pixels, {@code [coarse window][half window]}.
   */
  float[][] interpolation() {
    float[][] weights = new float[coarseWindow()][halfWindow()];
    for (int p = 0; p < halfWindow(); p++) {
      int base = coarseBase(p) - coarseBase(0);
      float right = (float) (coarsePosition(p) - coarseBase(p));
      weights[base][p] = 1 - right;
      weights[base + 1][p] = right;
    }
    return weights;
  }

  /** 1 inside the picture, 0 outside, {@code [tiles, half window]}. */
  float[] insidePicture() {
    int window = halfWindow();
    float[] table = new float[tiles() * window];
    for (int tile = 0; tile < tiles(); tile++) {
      for (int i = 0; i < window; i++) {
        int pixel = 2 * tileBlocks * tile - halfMargin + i;
        table[tile * window + i] = pixel >= 0 && pixel < size / 2 ? 1 : 0;
      }
    }
    return table;
  }

  /**
   * Steps to each of a window's pixels, {@code [tiles, full window / step]}, taken {@code step} at
   * a time; beyond the picture those of its edge.
   */
  int[] fullPixels(int step, int stride) {
    int count = fullWindow() / step;
    int[] table = new int[tiles() * count];
    for (int tile = 0; tile < tiles(); tile++) {
      for (int i = 0; i < count; i++) {
        int pixel = Math.max(0, Math.min(size - step, fullPixel(tile, i * step)));
        table[tile * count + i] = pixel / step * stride;
      }
    }
    return table;
  }

  /** Whether each of a window's pixels lies in the picture, {@code [tiles, full window]}. */
  boolean[] fullPixelsInside() {
    int count = fullWindow();
    boolean[] table = new boolean[tiles() * count];
    for (int tile = 0; tile < tiles(); tile++) {
      for (int i = 0; i < count; i++) {
        int pixel = fullPixel(tile, i);
        table[tile * count + i] = pixel >= 0 && pixel < size;
      }
    }
    return table;
  }

  private int fullPixel(int tile, int offset) {
    return 2 * (2 * tileBlocks * tile - halfMargin) + offset;
  }
}
