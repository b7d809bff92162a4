package org.cleanplate.detail;

/**
 * Solves {@code I = a F + (1 - a) B} for one pixel, with all that is known in its place: B from the
 * plate, F near the subject's colour, a near the network's. Each is believed as far as it is good,
 * and the most probable alpha, then the most probable colour, is taken: Bayesian matting (Chuang et
 * al. 2001) with a known background (Chuang et al. 2002). Colours are 0..1.
 *
 * <p>Close to a subject less light falls on the background, by a factor that no one knows: that is
 * one more error of B, along B's own colour. It is not to be taken for a thin veil of the subject,
 * which is what keeps a halo away.
 */
final class CompositingEquation {
  /** Standard deviation of the network's alpha where it is in doubt. */
  private static final float ALPHA_DEVIATION = 0.4f;

  /** The same where the network sees nothing but background. */
  private static final float CERTAIN_DEVIATION = 0.1f;

  /** Alpha from which on the network is in doubt. */
  private static final float DOUBTFUL_FROM = 0.05f;

  /** Standard deviation of the light on the background close to a subject, as a share of it. */
  private static final float LIGHT_DEVIATION = 0.2f;

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
    float change = 0;
    float contrast = 0;
    float changeOfLight = 0;
    float contrastOfLight = 0;
    float light = 0;
    for (int c = 0; c < 3; c++) {
      float difference = around.subject[c] - clean[c];
      change += (seen[c] - clean[c]) * difference / 3;
      contrast += difference * difference / 3;
      changeOfLight += (seen[c] - clean[c]) * clean[c] / 3;
      contrastOfLight += difference * clean[c] / 3;
      light += clean[c] * clean[c] / 3;
    }
    float colour = COLOUR_DEVIATION * networkAlpha;
    float variance = plateVariance(around) + colour * colour;
    float lit = LIGHT_DEVIATION * (1 - networkAlpha);
    // The inverse of variance * 1 + lit * lit * B B', by Sherman and Morrison.
    float explained = lit * lit / (variance + lit * lit * light);
    change -= explained * changeOfLight * contrastOfLight;
    contrast -= explained * contrastOfLight * contrastOfLight;
    float prior = priorPrecision(networkAlpha);
    float alpha = (change / variance + networkAlpha * prior) / (contrast / variance + prior);
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

  private static float priorPrecision(float networkAlpha) {
    float doubt = Math.min(1, networkAlpha / DOUBTFUL_FROM);
    float deviation = CERTAIN_DEVIATION + (ALPHA_DEVIATION - CERTAIN_DEVIATION) * doubt;
    return 1 / (deviation * deviation);
  }

  private static float plateVariance(Surroundings.At around) {
    return DISAGREEMENT_SHARE * around.variance + LEAST_DEVIATION * LEAST_DEVIATION;
  }
}
