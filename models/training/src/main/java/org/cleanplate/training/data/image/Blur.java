package org.cleanplate.training.data.image;

/** Smoothing with edges replicated. */
public final class Blur {
  /**
   * Up to here the Gaussian is sampled; above, three boxes are as close and much cheaper. Three of
   * radius r have the variance r (r + 1); as many are one larger as bring it nearest.
   */
  private static final double SAMPLED_SIGMA = 2;

  private static final int BOX_PASSES = 3;

  private Blur() {}

  /** A Gaussian; a sigma under a tenth of a pixel changes nothing. */
  public static FloatImage gaussian(FloatImage image, double sigmaPixels) {
    if (sigmaPixels < 0.1) {
      return image;
    }
    if (sigmaPixels < SAMPLED_SIGMA) {
      return separable(image, kernel(sigmaPixels));
    }
    double exact = (Math.sqrt(4 * sigmaPixels * sigmaPixels + 1) - 1) / 2;
    int small = (int) exact;
    double missing = BOX_PASSES * (sigmaPixels * sigmaPixels - small * (small + 1.0));
    long large = Math.round(missing / (2 * (small + 1)));
    FloatImage result = image;
    for (int pass = 0; pass < BOX_PASSES; pass++) {
      result = box(result, pass < large ? small + 1 : small);
    }
    return result;
  }

  /** The mean over a square of {@code 2 * radius + 1} pixels a side. */
  public static FloatImage box(FloatImage image, int radiusPixels) {
    if (radiusPixels < 1) {
      return image;
    }
    int width = image.width();
    int height = image.height();
    float[] rows = new float[image.values().length];
    float[] result = new float[rows.length];
    for (int row = 0; row < height * image.channels(); row++) {
      boxRow(image.values(), rows, row * width, width, radiusPixels);
    }
    for (int c = 0; c < image.channels(); c++) {
      boxColumns(rows, result, c * image.pixels(), width, height, radiusPixels);
    }
    return new FloatImage(width, height, image.channels(), result);
  }

  private static void boxRow(float[] from, float[] to, int start, int length, int radius) {
    float scale = 1f / (2 * radius + 1);
    float sum = 0;
    for (int i = -radius; i <= radius; i++) {
      sum += from[start + clamp(i, length)];
    }
    for (int i = 0; i < length; i++) {
      to[start + i] = sum * scale;
      sum += from[start + clamp(i + radius + 1, length)] - from[start + clamp(i - radius, length)];
    }
  }

  /** All columns at once, row by row, as the memory lies. */
  private static void boxColumns(
      float[] from, float[] to, int start, int width, int height, int radius) {
    float scale = 1f / (2 * radius + 1);
    float[] sums = new float[width];
    for (int i = -radius; i <= radius; i++) {
      int row = start + clamp(i, height) * width;
      for (int x = 0; x < width; x++) {
        sums[x] += from[row + x];
      }
    }
    for (int y = 0; y < height; y++) {
      int added = start + clamp(y + radius + 1, height) * width;
      int removed = start + clamp(y - radius, height) * width;
      int row = start + y * width;
      for (int x = 0; x < width; x++) {
        to[row + x] = sums[x] * scale;
        sums[x] += from[added + x] - from[removed + x];
      }
    }
  }

  /**
   * Convolves rows, then columns.
   *
   * @param kernel an odd number of weights
   */
  public static FloatImage separable(FloatImage image, float[] kernel) {
    int width = image.width();
    int height = image.height();
    int radius = kernel.length / 2;
    float[] rows = new float[image.values().length];
    float[] result = new float[rows.length];
    float[] line = new float[width + 2 * radius];
    for (int row = 0; row < height * image.channels(); row++) {
      for (int i = 0; i < line.length; i++) {
        line[i] = image.values()[row * width + clamp(i - radius, width)];
      }
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int k = 0; k < kernel.length; k++) {
          sum += kernel[k] * line[x + k];
        }
        rows[row * width + x] = sum;
      }
    }
    for (int row = 0; row < height * image.channels(); row++) {
      int plane = row / height * image.pixels();
      int y = row % height;
      for (int k = 0; k < kernel.length; k++) {
        int from = plane + clamp(y + k - radius, height) * width;
        for (int x = 0; x < width; x++) {
          result[row * width + x] += kernel[k] * rows[from + x];
        }
      }
    }
    return new FloatImage(width, height, image.channels(), result);
  }

  private static float[] kernel(double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * radius + 1];
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      double weight = Math.exp(-i * i / (2 * sigma * sigma));
      kernel[i + radius] = (float) weight;
      sum += weight;
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= (float) sum;
    }
    return kernel;
  }

  private static int clamp(int index, int length) {
    return Math.max(0, Math.min(length - 1, index));
  }
}
