package org.cleanplate.frame;

import java.util.Arrays;

/**
 * Sums over squares around each value of a map. Rows are added up as a whole, then columns: more
 * additions than with running sums, but none waits for the one before it, so that the processor
 * does many at once.
 */
public final class BoxSums {
  private BoxSums() {}

  /**
   * For each value the sum over those within {@code radius} of it, along rows and columns; at the
   * edge over what there is of the square.
   *
   * @param values row by row
   * @param columns values a row
   * @return as many, the caller's
   */
  public static float[] of(float[] values, int columns, int radius) {
    float[] sums = new float[values.length];
    float[] line = new float[columns];
    float[] shifted = new float[columns];
    float[] padded = new float[columns + 2 * radius];
    int rows = values.length / columns;
    for (int row = 0; row < rows; row++) {
      Arrays.fill(line, 0);
      int bottom = Math.min(rows, row + radius + 1);
      for (int other = Math.max(0, row - radius); other < bottom; other++) {
        System.arraycopy(values, other * columns, shifted, 0, columns);
        add(shifted, line);
      }
      System.arraycopy(line, 0, padded, radius, columns);
      Arrays.fill(line, 0);
      for (int shift = 0; shift <= 2 * radius; shift++) {
        System.arraycopy(padded, shift, shifted, 0, columns);
        add(shifted, line);
      }
      System.arraycopy(line, 0, sums, row * columns, columns);
    }
    return sums;
  }

  private static void add(float[] values, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i];
    }
  }
}
