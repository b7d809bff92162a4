package org.cleanplate.plate.match;

/** Means over squares around each cell of a grid, from a table of sums (Crow, SIGGRAPH 1984). */
record BoxMean(int columns, int rows, int radius) {

  /** The means; at the edge over what there is of the square. */
  float[] of(float[] values) {
    double[] sums = sums(values);
    float[] means = new float[values.length];
    int stride = columns + 1;
    for (int row = 0; row < rows; row++) {
      int top = Math.max(0, row - radius);
      int bottom = Math.min(rows, row + radius + 1);
      for (int column = 0; column < columns; column++) {
        int left = Math.max(0, column - radius);
        int right = Math.min(columns, column + radius + 1);
        double sum =
            sums[bottom * stride + right]
                - sums[top * stride + right]
                - sums[bottom * stride + left]
                + sums[top * stride + left];
        means[row * columns + column] = (float) (sum / ((bottom - top) * (right - left)));
      }
    }
    return means;
  }

  /** The means of products. */
  float[] of(float[] a, float[] b) {
    float[] product = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * b[i];
    }
    return of(product);
  }

  private double[] sums(float[] values) {
    int stride = columns + 1;
    double[] sums = new double[stride * (rows + 1)];
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int column = 0; column < columns; column++) {
        sum += values[row * columns + column];
        sums[(row + 1) * stride + column + 1] = sums[row * stride + column + 1] + sum;
      }
    }
    return sums;
  }
}
