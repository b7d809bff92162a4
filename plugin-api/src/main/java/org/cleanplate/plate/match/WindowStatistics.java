package org.cleanplate.plate.match;

/** How a frame follows a plate within a small window around each cell, over all channels. */
final class WindowStatistics {
  /** Keeps quotients finite where there is nothing but black, or no texture. */
  private static final float NEARLY_BLACK = 0.01f;

  private static final double NO_VARIANCE = 1e-9;

  private final int channels;
  private final float[] frameVariance;
  private final float[] plateVariance;
  private final float[] covariance;
  private final float[] smallestRatio;
  private final float[] largestRatio;
  private final float[] ratioSum;

  WindowStatistics(CellMeans frame, CellMeans plate, int radius) {
    int count = plate.count();
    channels = plate.channels().length;
    smallestRatio = new float[count];
    largestRatio = new float[count];
    ratioSum = new float[count];
    BoxMean window = new BoxMean(plate.columns(), plate.rows(), radius);
    frameVariance = window.of(products(frame, frame));
    plateVariance = window.of(products(plate, plate));
    covariance = window.of(products(frame, plate));
    for (int channel = 0; channel < channels; channel++) {
      float[] frameMean = window.of(frame.channels()[channel]);
      float[] plateMean = window.of(plate.channels()[channel]);
      subtractProducts(frameVariance, frameMean, frameMean);
      subtractProducts(plateVariance, plateMean, plateMean);
      subtractProducts(covariance, frameMean, plateMean);
      addRatios(frameMean, plateMean, channel == 0);
    }
  }

  /** The products of each cell, the sum of the channels. */
  private static float[] products(CellMeans a, CellMeans b) {
    float[] sums = new float[a.count()];
    for (int channel = 0; channel < a.channels().length; channel++) {
      float[] first = a.channels()[channel];
      float[] second = b.channels()[channel];
      for (int i = 0; i < sums.length; i++) {
        sums[i] += first[i] * second[i];
      }
    }
    return sums;
  }

  private static void subtractProducts(float[] target, float[] a, float[] b) {
    for (int i = 0; i < target.length; i++) {
      target[i] -= a[i] * b[i];
    }
  }

  private void addRatios(float[] frameMean, float[] plateMean, boolean first) {
    for (int i = 0; i < ratioSum.length; i++) {
      float ratio = frameMean[i] / Math.max(NEARLY_BLACK, plateMean[i]);
      smallestRatio[i] = first ? ratio : Math.min(smallestRatio[i], ratio);
      largestRatio[i] = first ? ratio : Math.max(largestRatio[i], ratio);
      ratioSum[i] += ratio;
    }
  }

  /** The standard deviation of the plate, of white. */
  double texture(int cell) {
    return Math.sqrt(Math.max(0, plateVariance[cell] / channels));
  }

  /** From -1 to 1. */
  double correlation(int cell) {
    double both = frameVariance[cell] * plateVariance[cell];
    return covariance[cell] / Math.sqrt(Math.max(NO_VARIANCE, both));
  }

  /** How much the frame changes where the plate changes by one. */
  double slope(int cell) {
    return covariance[cell] / Math.max(NO_VARIANCE, plateVariance[cell]);
  }

  /** The frame's mean over the plate's, the mean of the channels. */
  float ratio(int cell) {
    return ratioSum[cell] / channels;
  }

  /** By how much that differs between channels. */
  float ratioSpread(int cell) {
    return largestRatio[cell] - smallestRatio[cell];
  }
}
