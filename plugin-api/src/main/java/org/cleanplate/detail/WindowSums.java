package org.cleanplate.detail;

import org.cleanplate.frame.BoxSums;

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
    float[] near = BoxSums.of(values, grid.across(), reach);
    int farReach = 3 * reach;
    float[] far = BoxSums.of(near, grid.across(), farReach);
    float farWeight = FAR_WEIGHT / ((2 * farReach + 1) * (2 * farReach + 1));
    float[] sums = new float[near.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = near[i] + farWeight * far[i];
    }
    return sums;
  }
}
