package org.cleanplate.training.data.augment;

import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.synthesis.Dice;

/**
 * Exposure, white balance, gamma and contrast of one shot, as a table for each channel.
 *
 * @param gains of red, green and blue
 * @param gamma exponent
 * @param contrast about {@code middle}
 * @param middle what contrast leaves
 * @param offset added last
 */
record ColorDrift(float[] gains, double gamma, double contrast, double middle, double offset) {
  private static final int STEPS = 1024;

  /** A camera that measured anew. */
  static ColorDrift any(Dice dice, double strength) {
    double exposure = 1 + dice.normal(0.5 * strength);
    float[] gains = new float[3];
    for (int c = 0; c < 3; c++) {
      gains[c] = (float) Math.max(0.1, exposure * (1 + dice.normal(0.25 * strength)));
    }
    return new ColorDrift(
        gains,
        Math.exp(dice.normal(0.7 * strength)),
        1 + dice.normal(0.5 * strength),
        dice.between(0.3, 0.6),
        dice.normal(0.15 * strength));
  }

  /** What an editor does to all of a recording. */
  static ColorDrift grading(Dice dice) {
    return new ColorDrift(
        new float[] {1, 1, 1}, Math.exp(dice.normal(0.35)), 1 + dice.normal(0.2), 0.5, 0);
  }

  void apply(FloatImage image) {
    for (int c = 0; c < 3; c++) {
      float[] table = table(gains[c]);
      for (int i = c * image.pixels(); i < (c + 1) * image.pixels(); i++) {
        image.values()[i] = read(table, image.values()[i]);
      }
    }
  }

  private float[] table(float gain) {
    float[] table = new float[STEPS + 2];
    for (int i = 0; i < table.length; i++) {
      double value = Math.pow(Math.min(1, gain * (double) i / STEPS), gamma);
      table[i] = (float) (middle + (value - middle) * contrast + offset);
      table[i] = Math.max(0, Math.min(1, table[i]));
    }
    return table;
  }

  private static float read(float[] table, float value) {
    float place = value > 0 ? Math.min(1, value) * STEPS : 0;
    int below = (int) place;
    return table[below] + (place - below) * (table[below + 1] - table[below]);
  }
}
