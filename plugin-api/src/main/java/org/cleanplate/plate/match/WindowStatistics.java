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
    frameVariance = new float[count];
    plateVariance = new float[count];
    covariance = new float[count];
    smallestRatio = new float[count];
    largestRatio = new float[count];
    ratioSum = new float[count];
    BoxMean window = new BoxMean(plate.columns(), plate.rows(), radius);
    for (int channel = 0; channel < channels; channel++) {
      add(window, frame.channels()[channel], plate.channels()[channel], channel == 0);
    }
  }

  private void add(BoxMean window, float[] frame, float[] plate, boolean first) {
    float[] frameMean = window.of(frame);
    float[] plateMean = window.of(plate);
    addCovariance(frameVariance, window.of(frame, frame), frameMean, frameMean);
    addCovariance(plateVariance, window.of(plate, plate), plateMean, plateMean);
    addCovariance(covariance, window.of(frame, plate), frameMean, plateMean);
    for (int i = 0; i < ratioSum.length; i++) {
      float ratio = frameMean[i] / Math.max(NEARLY_BLACK, plateMean[i]);
      smallestRatio[i] = first ? ratio : Math.min(smallestRatio[i], ratio);
      largestRatio[i] = first ? ratio : Math.max(largestRatio[i], ratio);
      ratioSum[i] += ratio;
    }
  }

  private static void addCovariance(float[] target, float[] products, float[] a, float[] b) {
    for (int i = 0; i < target.length; i++) {
      target[i] += products[i] - a[i] * b[i];
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
