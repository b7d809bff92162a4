package org.cleanplate.evaluation;

/**
 * The mean of the square round each pixel, of which the part outside the picture does not count.
 *
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param radius of the square: its side is twice that and one
 */
record BoxMean(int width, int height, int radius) {

  float[] of(float[] values) {
    float[] rows = new float[values.length];
    for (int y = 0; y < height; y++) {
      line(values, rows, y * width, 1, width);
    }
    float[] result = new float[values.length];
    for (int x = 0; x < width; x++) {
      line(rows, result, x, width, height);
    }
    return result;
  }

  private void line(float[] from, float[] to, int start, int step, int length) {
    double sum = 0;
    for (int i = 0; i < Math.min(radius, length); i++) {
      sum += from[start + i * step];
    }
    for (int i = 0; i < length; i++) {
      if (i + radius < length) {
        sum += from[start + (i + radius) * step];
      }
      if (i > radius) {
        sum -= from[start + (i - radius - 1) * step];
      }
      int count = Math.min(length - 1, i + radius) - Math.max(0, i - radius) + 1;
      to[start + i * step] = (float) (sum / count);
    }
  }
}
