package org.cleanplate.plate.match;

import java.util.Arrays;

/**
 * Means over squares around each cell of a grid. Rows are added up as a whole, then columns: more
 * additions than with running sums, but none waits for the one before it, so that the processor
 * does many at once.
 */
record BoxMean(int columns, int rows, int radius) {

  /** The means; at the edge over what there is of the square. */
  float[] of(float[] values) {
    float[] means = new float[values.length];
    float[] counts = counts();
    float[] padded = new float[columns + 2 * radius];
    float[] shifted = new float[columns];
    float[] sums = new float[columns];
    for (int row = 0; row < rows; row++) {
      int top = Math.max(0, row - radius);
      int bottom = Math.min(rows, row + radius + 1);
      Arrays.fill(sums, 0);
      for (int other = top; other < bottom; other++) {
        System.arraycopy(values, other * columns, shifted, 0, columns);
        add(shifted, sums);
      }
      System.arraycopy(sums, 0, padded, radius, columns);
      Arrays.fill(sums, 0);
      for (int shift = 0; shift <= 2 * radius; shift++) {
        System.arraycopy(padded, shift, shifted, 0, columns);
        add(shifted, sums);
      }
      divide(sums, counts, bottom - top);
      System.arraycopy(sums, 0, means, row * columns, columns);
    }
    return means;
  }

  private static void add(float[] values, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i];
    }
  }

  private static void divide(float[] sums, float[] counts, int times) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= counts[i] * times;
    }
  }

  /** How many columns of a square lie within the grid. */
  private float[] counts() {
    float[] counts = new float[columns];
    for (int column = 0; column < columns; column++) {
      counts[column] = Math.min(columns, column + radius + 1) - Math.max(0, column - radius);
    }
    return counts;
  }
}
