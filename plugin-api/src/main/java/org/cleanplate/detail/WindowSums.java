package org.cleanplate.detail;

import java.util.Arrays;

/** Sums over square windows of cells. */
final class WindowSums {
  /**
   * What the mean of the wide window counts against the near one: it decides where that is empty.
   */
  private static final float FAR_WEIGHT = 0.02f;

  private WindowSums() {}

  /**
   * For each cell the sum over the cells within {@code reach}, and, weighted down, over those up to
   * four times as far.
   */
  static float[] of(CellGrid grid, float[] values, int reach) {
    float[] near = box(values, grid.across(), reach);
    int farReach = 3 * reach;
    float[] far = box(near, grid.across(), farReach);
    float farWeight = FAR_WEIGHT / ((2 * farReach + 1) * (2 * farReach + 1));
    float[] sums = new float[near.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = near[i] + farWeight * far[i];
    }
    return sums;
  }

  /**
   * For each value the sum over those within {@code reach} of it, along rows and columns.
   *
   * @param values row by row
   * @param across values a row
   */
  static float[] box(float[] values, int across, int reach) {
    float[] sums = new float[values.length];
    float[] line = new float[across];
    float[] shifted = new float[across];
    float[] padded = new float[across + 2 * reach];
    int down = values.length / across;
    for (int y = 0; y < down; y++) {
      Arrays.fill(line, 0);
      int end = Math.min(down, y + reach + 1);
      for (int row = Math.max(0, y - reach); row < end; row++) {
        System.arraycopy(values, row * across, shifted, 0, across);
        add(shifted, line);
      }
      System.arraycopy(line, 0, padded, reach, across);
      Arrays.fill(line, 0);
      for (int shift = 0; shift <= 2 * reach; shift++) {
        System.arraycopy(padded, shift, shifted, 0, across);
        add(shifted, line);
      }
      System.arraycopy(line, 0, sums, y * across, across);
    }
    return sums;
  }

  /** All at once: no sum waits for another one. */
  private static void add(float[] values, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i];
    }
  }
}
