package org.cleanplate.plate.match;

/** Values at the cells of a grid, read in between as well. */
record CellMap(int columns, int rows, float[] values) {

  /** The bilinear value at a place in cells; beyond the edge that of the edge. */
  double at(double x, double y) {
    double column = Math.max(0, Math.min(columns - 1.0, x));
    double row = Math.max(0, Math.min(rows - 1.0, y));
    int left = (int) column;
    int top = (int) row;
    int right = Math.min(columns - 1, left + 1);
    int bottom = Math.min(rows - 1, top + 1);
    double above = mix(values[top * columns + left], values[top * columns + right], column - left);
    double below =
        mix(values[bottom * columns + left], values[bottom * columns + right], column - left);
    return mix(above, below, row - top);
  }

  private static double mix(double a, double b, double share) {
    return a + (b - a) * share;
  }
}
