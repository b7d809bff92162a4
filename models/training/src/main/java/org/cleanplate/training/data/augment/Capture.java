package org.cleanplate.training.data.augment;

import org.cleanplate.training.data.image.Blur;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.synthesis.Dice;

/**
 * The two shots, of the frame and of the plate, each with its own focus, exposure, noise and
 * compression, then what is done to both.
 */
final class Capture {
  private Capture() {}

  static void apply(Pair pair, Dice dice, double strength) {
    focus(pair, dice);
    if (dice.chance(0.75)) {
      ColorDrift.any(dice, dice.logBetween(0.02, 0.22) * strength).apply(pair.plate);
    }
    if (dice.chance(0.35)) {
      ColorDrift grading = ColorDrift.grading(dice);
      grading.apply(pair.source);
      grading.apply(pair.plate);
      grading.apply(pair.foreground);
    }
    if (dice.chance(0.08)) {
      gray(pair.source);
      gray(pair.plate);
      gray(pair.foreground);
    }
    noise(pair, dice, Math.min(1, 0.25 + strength));
    if (dice.chance(0.35)) {
      pair.source = JpegTrace.of(pair.source, quality(dice));
    }
    if (dice.chance(0.35)) {
      pair.plate = JpegTrace.of(pair.plate, quality(dice));
    }
  }

  private static void focus(Pair pair, Dice dice) {
    double scale = Math.min(pair.width(), pair.height()) / 256.0;
    if (dice.chance(0.15)) {
      pair.plate = Blur.gaussian(pair.plate, dice.logBetween(0.4, 1.8) * scale);
    }
    if (dice.chance(0.06)) {
      pair.source = Blur.gaussian(pair.source, dice.logBetween(0.4, 0.9));
    }
  }

  private static void noise(Pair pair, Dice dice, double strength) {
    if (dice.chance(0.6)) {
      double deviation = dice.logBetween(0.003, 0.06) * strength;
      boolean smeared = dice.chance(0.4);
      SensorNoise.add(pair.source, dice, deviation, smeared);
      double share = dice.chance(0.5) ? dice.unit() : 1;
      SensorNoise.add(pair.plate, dice, deviation * share, smeared);
    }
  }

  /** Most pictures are compressed well, some badly. */
  private static double quality(Dice dice) {
    return dice.chance(0.7) ? dice.between(0.7, 0.95) : dice.between(0.3, 0.7);
  }

  private static void gray(FloatImage image) {
    int pixels = image.pixels();
    float[] values = image.values();
    for (int i = 0; i < pixels; i++) {
      float luma =
          0.299f * values[i] + 0.587f * values[i + pixels] + 0.114f * values[i + 2 * pixels];
      values[i] = luma;
      values[i + pixels] = luma;
      values[i + 2 * pixels] = luma;
    }
  }
}
