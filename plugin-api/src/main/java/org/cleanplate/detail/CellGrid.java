package org.cleanplate.detail;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * A picture in square cells of {@link #SIDE} pixels; those at the right and lower edge may be cut.
 *
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 */
record CellGrid(int width, int height) {
  /** Side of a cell in pixels. */
  static final int SIDE = 8;

  int across() {
    return (width + SIDE - 1) / SIDE;
  }

  int down() {
    return (height + SIDE - 1) / SIDE;
  }

  int cells() {
    return across() * down();
  }

  /** The cell's pixels, all of them inside the picture. */
  Box pixelsOf(int cell) {
    int left = cell % across() * SIDE;
    int top = cell / across() * SIDE;
    return new Box(left, top, Math.min(left + SIDE, width), Math.min(top + SIDE, height));
  }

  /** The pixel in the middle of a cell. */
  int centre(int cell) {
    return centre(pixelsOf(cell));
  }

  /** The pixel in the middle of a box. */
  int centre(Box box) {
    return (box.top + box.height() / 2) * width + box.left + box.width() / 2;
  }

  /**
   * The mean of each cell.
   *
   * @param values of the picture's pixels, row by row
   */
  float[] means(float[] values) {
    float[] means = new float[cells()];
    for (int cell = 0; cell < means.length; cell++) {
      means[cell] = mean(cell, values);
    }
    return means;
  }

  /**
   * The mean of one cell.
   *
   * @param values of the picture's pixels, row by row
   */
  float mean(int cell, float[] values) {
    Box box = pixelsOf(cell);
    float sum = 0;
    for (int y = box.top; y < box.bottom; y++) {
      for (int x = box.left; x < box.right; x++) {
        sum += values[y * width + x];
      }
    }
    return sum / (box.width() * box.height());
  }

  /** The cells for which a condition holds. */
  BitSet where(IntPredicate condition) {
    return Squares.where(cells(), condition);
  }

  /** The part of the picture that lies within {@code margin} pixels of a box. */
  Box around(Box box, int margin) {
    return new Box(
        Math.max(0, box.left - margin),
        Math.max(0, box.top - margin),
        Math.min(width, box.right + margin),
        Math.min(height, box.bottom + margin));
  }

  /** The cells and all that lie within {@code reach} cells of them, diagonals included. */
  BitSet grown(BitSet cells, int reach) {
    BitSet grown = new BitSet(cells());
    int across = across();
    for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
      int first = Math.max(0, cell % across - reach);
      int end = Math.min(across, cell % across + reach + 1);
      int lastRow = Math.min(down() - 1, cell / across + reach);
      for (int row = Math.max(0, cell / across - reach); row <= lastRow; row++) {
        grown.set(row * across + first, row * across + end);
      }
    }
    return grown;
  }

  /** Columns {@code left} to {@code right - 1} of rows {@code top} to {@code bottom - 1}. */
  record Box(int left, int top, int right, int bottom) {
    int width() {
      return right - left;
    }

    int height() {
      return bottom - top;
    }
  }
}
