package org.cleanplate.training.data.augment;

import org.cleanplate.training.data.image.Affine;
import org.cleanplate.training.data.image.Blur;
import org.cleanplate.training.data.image.Border;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.image.Scale;
import org.cleanplate.training.data.image.Warp;
import org.cleanplate.training.data.synthesis.Dice;
import org.cleanplate.training.data.synthesis.Field;

/**
 * What the subject does to the light of the scene: shadows that it casts, dark where it touches,
 * its own colour thrown back; and light that changed since the plate was captured. Computed at a
 * quarter of the size.
 */
final class Shadows {
  private static final int REDUCTION = 4;
  private static final double DARKEST = 0.42;

  private Shadows() {}

  static void apply(Pair pair, Dice dice, double strength) {
    FloatImage small = Scale.reduce(pair.alpha, REDUCTION);
    if (dice.chance(0.5 * strength)) {
      int count = dice.whole(1, 2);
      for (int i = 0; i < count; i++) {
        cast(pair, dice, small);
      }
    }
    if (dice.chance(0.2 * strength)) {
      contact(pair, dice, small);
    }
    if (dice.chance(0.12 * strength)) {
      bounce(pair, dice, small);
    }
    if (dice.chance(0.35 * strength)) {
      lightDrift(pair, dice);
    }
    pair.scene.clamp();
  }

  private static void cast(Pair pair, Dice dice, FloatImage alpha) {
    double width = alpha.width();
    double height = alpha.height();
    double stretchX = dice.logBetween(0.7, 1.4);
    double stretchY = dice.logBetween(0.4, 1.3);
    Affine map =
        new Affine(
            stretchX,
            dice.normal(0.25),
            dice.normal(0.12) * width,
            dice.normal(0.05),
            stretchY,
            dice.normal(0.12) * height);
    FloatImage moved = Warp.affine(alpha, map, alpha.width(), alpha.height(), Border.ZERO);
    double softness = dice.logBetween(0.6, 18) * Math.min(width, height) / 256;
    darken(pair, dice, Blur.gaussian(moved, softness), dice.between(0.05, DARKEST));
  }

  /** Close around the subject, and more below it. */
  private static void contact(Pair pair, Dice dice, FloatImage alpha) {
    double reach = Math.min(alpha.width(), alpha.height()) * dice.between(0.01, 0.05);
    Affine lower = new Affine(1, 0, 0, 0, 1, -reach * dice.between(0, 1.5));
    FloatImage moved = Warp.affine(alpha, lower, alpha.width(), alpha.height(), Border.REPLICATE);
    darken(pair, dice, Blur.gaussian(moved, reach), dice.between(0.1, DARKEST));
  }

  private static void darken(Pair pair, Dice dice, FloatImage shadow, double depth) {
    FloatImage full = Scale.resize(shadow, pair.width(), pair.height());
    int pixels = full.pixels();
    for (int c = 0; c < 3; c++) {
      float strength = (float) (depth * (1 - 0.25 * dice.unit()));
      for (int i = 0; i < pixels; i++) {
        pair.scene.values()[c * pixels + i] *= 1 - strength * full.values()[i];
      }
    }
  }

  private static void bounce(Pair pair, Dice dice, FloatImage alpha) {
    double reach = dice.between(1, 6) * Math.min(alpha.width(), alpha.height()) / 64;
    FloatImage glow = Scale.resize(Blur.gaussian(alpha, reach), pair.width(), pair.height());
    float strength = (float) dice.between(-0.1, 0.25);
    int pixels = glow.pixels();
    for (int c = 0; c < 3; c++) {
      float color = 0.5f + mean(pair.foreground, c);
      for (int i = 0; i < pixels; i++) {
        pair.scene.values()[c * pixels + i] *= 1 + strength * color * glow.values()[i];
      }
    }
  }

  private static void lightDrift(Pair pair, Dice dice) {
    Field field = Field.smooth(dice, pair.width() * dice.between(2, 6));
    float strength = (float) dice.between(0, 0.12);
    int pixels = pair.alpha.pixels();
    for (int i = 0; i < pixels; i++) {
      float factor = Math.max(0, 1 + strength * field.at(i % pair.width(), i / pair.width()));
      for (int at = i; at < 3 * pixels; at += pixels) {
        pair.scene.values()[at] *= factor;
      }
    }
  }

  private static float mean(FloatImage image, int channel) {
    double sum = 0;
    for (int i = channel * image.pixels(); i < (channel + 1) * image.pixels(); i++) {
      sum += image.values()[i];
    }
    return (float) (sum / image.pixels());
  }
}
