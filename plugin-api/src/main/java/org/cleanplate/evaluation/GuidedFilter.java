package org.cleanplate.evaluation;

/**
 * Smooths a map along the edges of a guide (He, Sun and Tang, "Guided Image Filtering", ECCV 2010):
 * in every square the result is a linear function of the guide.
 */
final class GuidedFilter {
  private final float[] guide;
  private final BoxMean mean;
  private final float[] guideMean;
  private final float[] guideVariance;
  private final double epsilon;

  /**
   * @param guide grey, 0..1
   * @param radius of the squares in pixels
   * @param epsilon variance of the guide from which on an edge is kept
   */
  GuidedFilter(float[] guide, int width, int height, int radius, double epsilon) {
    this.guide = guide;
    this.mean = new BoxMean(width, height, radius);
    this.guideMean = mean.of(guide);
    this.guideVariance = mean.of(product(guide, guide));
    for (int i = 0; i < guideVariance.length; i++) {
      guideVariance[i] -= guideMean[i] * guideMean[i];
    }
    this.epsilon = epsilon;
  }

  /** The map smoothed, clamped to 0..1. */
  float[] of(float[] map) {
    float[] mapMean = mean.of(map);
    float[] slope = mean.of(product(guide, map));
    float[] offset = new float[map.length];
    for (int i = 0; i < map.length; i++) {
      float covariance = slope[i] - guideMean[i] * mapMean[i];
      slope[i] = (float) (covariance / (guideVariance[i] + epsilon));
      offset[i] = mapMean[i] - slope[i] * guideMean[i];
    }
    float[] slopes = mean.of(slope);
    float[] offsets = mean.of(offset);
    float[] result = new float[map.length];
    for (int i = 0; i < map.length; i++) {
      result[i] = Math.max(0, Math.min(1, slopes[i] * guide[i] + offsets[i]));
    }
    return result;
  }

  private static float[] product(float[] a, float[] b) {
    float[] product = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * b[i];
    }
    return product;
  }
}
