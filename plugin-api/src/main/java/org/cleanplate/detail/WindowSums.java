package org.cleanplate.detail;

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
    int down = values.length / across;
    float[] rows = new float[values.length];
    for (int start = 0; start < values.length; start += across) {
      for (int shift = -reach; shift <= reach; shift++) {
        int end = start + Math.min(across, across - shift);
        for (int i = start + Math.max(0, -shift); i < end; i++) {
          rows[i] += values[i + shift];
        }
      }
    }
    float[] sums = new float[values.length];
    for (int y = 0; y < down; y++) {
      int end = Math.min(down - 1, y + reach);
      for (int row = Math.max(0, y - reach); row <= end; row++) {
        for (int x = 0; x < across; x++) {
          sums[y * across + x] += rows[row * across + x];
        }
      }
    }
    return sums;
  }
}
