package org.cleanplate.metric;

import org.cleanplate.progress.Cancellation;

/**
 * Grad of Rhemann et al., CVPR 2009: the squared difference of the gradients' magnitudes, summed.
 * As in the authors' evaluation both maps are first stretched to 0..1, and the gradient is taken by
 * the derivative of a Gaussian, borders replicated.
 */
final class GradientError {
  private static final double SIGMA = 1.4;

  /** Where the Gaussian falls under a hundredth, rounded up. */
  private static final int REACH = 4;

  private static final double[] SMOOTH = smooth();
  private static final double[] SLOPE = slope();

  /** The kernel, the product of one of each, is of length 1. */
  private static final double SCALE = 1 / (length(SMOOTH) * length(SLOPE));

  private GradientError() {}

  static double of(
      AlphaPlane predicted, AlphaPlane truth, Region region, Cancellation cancellation) {
    double[] found = magnitude(predicted.stretched());
    cancellation.check();
    double[] expected = magnitude(truth.stretched());
    cancellation.check();
    double sum = 0;
    for (int i = region.pixels().nextSetBit(0); i >= 0; i = region.pixels().nextSetBit(i + 1)) {
      double difference = found[i] - expected[i];
      sum += difference * difference;
    }
    return sum;
  }

  private static double[] magnitude(AlphaPlane plane) {
    double[] values = new double[plane.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = plane.values()[i];
    }
    int width = plane.width();
    int height = plane.height();
    double[] across = along(down(values, SMOOTH, width, height), SLOPE, width, height);
    double[] downwards = down(along(values, SMOOTH, width, height), SLOPE, width, height);
    for (int i = 0; i < across.length; i++) {
      across[i] = SCALE * Math.hypot(across[i], downwards[i]);
    }
    return across;
  }

  private static double[] along(double[] values, double[] kernel, int width, int height) {
    double[] result = new double[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        for (int k = -REACH; k <= REACH; k++) {
          int from = Math.max(0, Math.min(width - 1, x + k));
          sum += kernel[REACH - k] * values[y * width + from];
        }
        result[y * width + x] = sum;
      }
    }
    return result;
  }

  private static double[] down(double[] values, double[] kernel, int width, int height) {
    double[] result = new double[values.length];
    for (int y = 0; y < height; y++) {
      for (int k = -REACH; k <= REACH; k++) {
        int from = Math.max(0, Math.min(height - 1, y + k)) * width;
        for (int x = 0; x < width; x++) {
          result[y * width + x] += kernel[REACH - k] * values[from + x];
        }
      }
    }
    return result;
  }

  private static double[] smooth() {
    double[] kernel = new double[2 * REACH + 1];
    for (int k = -REACH; k <= REACH; k++) {
      kernel[REACH + k] = Math.exp(-k * k / (2 * SIGMA * SIGMA));
    }
    return kernel;
  }

  private static double[] slope() {
    double[] kernel = smooth();
    for (int k = -REACH; k <= REACH; k++) {
      kernel[REACH + k] *= -k;
    }
    return kernel;
  }

  private static double length(double[] kernel) {
    double sum = 0;
    for (double value : kernel) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
