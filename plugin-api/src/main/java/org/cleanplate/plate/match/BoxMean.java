package org.cleanplate.plate.match;

import org.cleanplate.frame.BoxSums;

/** Means over squares around each cell of a grid. */
record BoxMean(int columns, int rows, int radius) {

  /** The means; at the edge over what there is of the square. */
  float[] of(float[] values) {
    float[] means = BoxSums.of(values, columns, radius);
    float[] counts = counts();
    for (int row = 0; row < rows; row++) {
      int times = extent(row, rows);
      for (int column = 0; column < columns; column++) {
        means[row * columns + column] /= counts[column] * times;
      }
    }
    return means;
  }

  /** How many columns of a square lie within the grid. */
  private float[] counts() {
    float[] counts = new float[columns];
    for (int column = 0; column < columns; column++) {
      counts[column] = extent(column, columns);
    }
    return counts;
  }

  private int extent(int place, int length) {
    return Math.min(length, place + radius + 1) - Math.max(0, place - radius);
  }
}
