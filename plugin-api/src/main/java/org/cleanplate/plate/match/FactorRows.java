package org.cleanplate.plate.match;

/** What the pixels of a picture are to be multiplied by, row by row, from factors of its cells. */
final class FactorRows {
  private final float[] cells;
  private final int columns;
  private final int rows;
  private final double cellsPerPixel;

  /**
   * For each pixel of a row the cell whose centre lies before it, and how far behind that it is.
   */
  private final int[] left;

  private final double[] beyond;

  /** The factors at the height of a row of pixels, one a column of cells. */
  private final double[] line;

  /**
   * Spreads out factors.
   *
   * @param cells 0..1, row by row
   * @param side of a cell in pixels
   * @param width of the picture in pixels
   */
  FactorRows(float[] cells, int columns, int side, int width) {
    this.cells = cells;
    this.columns = columns;
    this.rows = cells.length / columns;
    this.cellsPerPixel = 1.0 / side;
    left = new int[width];
    beyond = new double[width];
    line = new double[columns];
    for (int x = 0; x < width; x++) {
      double place = place(x, columns);
      left[x] = (int) place;
      beyond[x] = place - left[x];
    }
  }

  /** A pixel's place in cells, counted from their centres; beyond the edge that of the edge. */
  private double place(int pixel, int count) {
    return Math.max(0, Math.min(count - 1, (pixel + 0.5) * cellsPerPixel - 0.5));
  }

  /**
   * Gives out the factors of a row of pixels, bilinear between the cells' centres.
   *
   * @param factors takes one a pixel
   * @return false if all would be 1; {@code factors} is then left as it is
   */
  boolean read(int row, double[] factors) {
    if (!blend(row)) {
      return false;
    }
    for (int x = 0; x < factors.length; x++) {
      double here = line[left[x]];
      double next = line[Math.min(columns - 1, left[x] + 1)];
      factors[x] = here + (next - here) * beyond[x];
    }
    return true;
  }

  /** Fills {@code line}; false if all of it is 1. */
  private boolean blend(int row) {
    double place = place(row, rows);
    int top = (int) place;
    int above = top * columns;
    int below = Math.min(rows - 1, top + 1) * columns;
    boolean any = false;
    for (int column = 0; column < columns; column++) {
      double here = cells[above + column];
      line[column] = here + (cells[below + column] - here) * (place - top);
      any |= line[column] < 1;
    }
    return any;
  }
}
