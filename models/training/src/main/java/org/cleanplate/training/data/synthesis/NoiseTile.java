package org.cleanplate.training.data.synthesis;

/**
 * Noise that repeats without a seam, of mean 0 and deviation 1. Its sizes are powers of two. Made
 * once and shared: reading is cheap, and where it is read, turned and scaled is chosen anew each
 * time.
 */
final class NoiseTile {
  static final int SIZE = 256;
  private static final int MASK = SIZE - 1;

  private final float[] values;

  NoiseTile(float[] values) {
    this.values = normalized(values);
  }

  /** Interpolated, at any place. */
  float at(float x, float y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float right = x - left;
    float bottom = y - top;
    int x0 = left & MASK;
    int x1 = (left + 1) & MASK;
    int row0 = (top & MASK) * SIZE;
    int row1 = ((top + 1) & MASK) * SIZE;
    float upper = values[row0 + x0] + right * (values[row0 + x1] - values[row0 + x0]);
    float lower = values[row1 + x0] + right * (values[row1 + x1] - values[row1 + x0]);
    return upper + bottom * (lower - upper);
  }

  /** Fills rows of pixels from a place on, as they are. */
  void copy(float[] to, int start, int width, int height, int x, int y) {
    for (int row = 0; row < height; row++) {
      int from = ((y + row) & MASK) * SIZE;
      for (int column = 0; column < width; column++) {
        to[start + row * width + column] = values[from + ((x + column) & MASK)];
      }
    }
  }

  private static float[] normalized(float[] values) {
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    double mean = sum / values.length;
    double deviation = Math.sqrt(Math.max(1e-12, squares / values.length - mean * mean));
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (float) ((values[i] - mean) / deviation);
    }
    return result;
  }
}
