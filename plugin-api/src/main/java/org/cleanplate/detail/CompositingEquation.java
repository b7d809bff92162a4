package org.cleanplate.detail;

/**
 * Solves {@code I = a F + (1 - a) B} for one pixel, with all that is known in its place: B from the
 * plate, F near the subject's colour, a near the network's. Each is believed as far as it is good,
 * and the most probable alpha, then the most probable colour, is taken: Bayesian matting (Chuang et
 * al. 2001) with a known background (Chuang et al. 2002). Colours are 0..1.
 */
final class CompositingEquation {
  /** Standard deviation of the network's alpha where it is in doubt. */
  private static final float ALPHA_DEVIATION = 0.4f;

  /** Standard deviation of the subject's colour from its surroundings'. */
  private static final float COLOUR_DEVIATION = 0.12f;

  /** The best that a plate is believed, as a standard deviation: its rounding and noise. */
  private static final float LEAST_DEVIATION = 0.008f;

  /** Share of the measured disagreement that is taken for the pixel's own. */
  private static final float DISAGREEMENT_SHARE = 0.64f;

  private CompositingEquation() {}

  /**
   * The alpha.
   *
   * @param seen the frame's colour
   * @param clean the plate's colour, as bright as the frame
   * @param around the subject's colour, and how well the plate can be believed
   * @param networkAlpha what the network says
   * @return 0..1
   */
  static float alpha(float[] seen, float[] clean, Surroundings.At around, float networkAlpha) {
    float projection = 0;
    float contrast = 0;
    for (int c = 0; c < 3; c++) {
      float difference = around.subject[c] - clean[c];
      projection += (seen[c] - clean[c]) * difference / 3;
      contrast += difference * difference / 3;
    }
    float colour = COLOUR_DEVIATION * networkAlpha;
    float variance = plateVariance(around) + colour * colour;
    float prior = 1 / (ALPHA_DEVIATION * ALPHA_DEVIATION);
    float alpha = (projection / variance + networkAlpha * prior) / (contrast / variance + prior);
    return Math.max(0, Math.min(1, alpha));
  }

  /**
   * The subject's colour at that alpha.
   *
   * @param foreground takes it, 0..1
   */
  static void foreground(
      float[] seen, float[] clean, Surroundings.At around, float alpha, float[] foreground) {
    float ratio = plateVariance(around) / (COLOUR_DEVIATION * COLOUR_DEVIATION);
    for (int c = 0; c < 3; c++) {
      float expected = alpha * around.subject[c] + (1 - alpha) * clean[c];
      float correction = alpha * (seen[c] - expected) / (alpha * alpha + ratio);
      foreground[c] = Math.max(0, Math.min(1, around.subject[c] + correction));
    }
  }

  private static float plateVariance(Surroundings.At around) {
    return DISAGREEMENT_SHARE * around.variance + LEAST_DEVIATION * LEAST_DEVIATION;
  }
}
