package org.cleanplate.matte;

import java.nio.FloatBuffer;

/**
 * Sum and centre of mass of alpha.
 *
 * @param centroidX in pixels, the first one's centre is 0.5; NaN if there is no subject
 */
record AlphaMoments(double sum, double centroidX, double centroidY) {

  static AlphaMoments of(FloatBuffer alpha, int width) {
    double sum = 0;
    double sumX = 0;
    double sumY = 0;
    for (int start = 0; start < alpha.limit(); start += width) {
      double row = 0;
      for (int x = 0; x < width; x++) {
        float value = alpha.get(start + x);
        row += value;
        sumX += value * (x + 0.5);
      }
      sum += row;
      sumY += row * (start / width + 0.5);
    }
    return new AlphaMoments(sum, sumX / sum, sumY / sum);
  }
}
