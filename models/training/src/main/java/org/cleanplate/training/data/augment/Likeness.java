package org.cleanplate.training.data.augment;

import org.cleanplate.training.data.image.Blur;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.image.Scale;
import org.cleanplate.training.data.synthesis.Dice;
import org.cleanplate.training.data.synthesis.Field;

/**
 * Makes the subject like its background, the cases in which a difference alone fails: dark clothes
 * before dark, white before white, the colour of the place, the same stuff from elsewhere; over the
 * whole subject or a part of it. The exact pixels behind are never shown: that would contradict
 * what semi-transparency looks like.
 */
final class Likeness {
  private Likeness() {}

  static void apply(Pair pair, Dice dice) {
    switch (dice.weighted(0.76, 0.11, 0.08, 0.05)) {
      case 1 -> scale(pair.foreground, dice.between(0.15, 0.6));
      case 2 -> darken(pair, dice.between(0.3, 0.75), dice.between(0.6, 1.4));
      case 3 -> brighten(pair, dice.between(0.3, 0.8), dice.between(0.7, 1.1));
      default -> {}
    }
    switch (dice.weighted(0.6, 0.1, 0.13, 0.17)) {
      case 1 -> mix(pair, dice, localColor(pair, dice), dice.between(0.3, 0.8));
      case 2 -> mix(pair, dice, elsewhere(pair, dice), dice.between(0.7, 1));
      case 3 -> sameMean(pair, dice.between(0.2, 0.9));
      default -> {}
    }
  }

  private static void scale(FloatImage image, double factor) {
    for (int i = 0; i < image.values().length; i++) {
      image.values()[i] *= (float) factor;
    }
  }

  private static void darken(Pair pair, double factor, double ratio) {
    scale(pair.foreground, factor);
    scale(pair.scene, Math.min(1, factor * ratio));
    pair.plate = pair.scene.copy();
  }

  private static void brighten(Pair pair, double lift, double ratio) {
    lift(pair.foreground, lift);
    lift(pair.scene, Math.min(0.95, lift * ratio));
    pair.plate = pair.scene.copy();
  }

  private static void lift(FloatImage image, double share) {
    for (int i = 0; i < image.values().length; i++) {
      image.values()[i] += (1 - image.values()[i]) * (float) share;
    }
  }

  /** The colours of the place, without its texture. */
  private static FloatImage localColor(Pair pair, Dice dice) {
    FloatImage small = Scale.reduce(pair.scene, 4);
    FloatImage smooth = Blur.gaussian(small, small.height() * dice.between(0.04, 0.14));
    return Scale.resize(smooth, pair.width(), pair.height());
  }

  /** The background, moved far enough to be another. */
  private static FloatImage elsewhere(Pair pair, Dice dice) {
    FloatImage scene = pair.scene;
    int width = scene.width();
    int height = scene.height();
    int right = width / 4 + dice.below(Math.max(1, width / 2));
    int down = height / 4 + dice.below(Math.max(1, height / 2));
    FloatImage moved = FloatImage.zeros(width, height, 3);
    float gain = (float) dice.between(0.75, 1.25);
    for (int i = 0; i < moved.values().length; i++) {
      int x = folded(i % width + right, width);
      int y = folded(i / width % height + down, height);
      moved.values()[i] = gain * scene.get(i / scene.pixels(), x, y);
    }
    return moved;
  }

  private static int folded(int index, int length) {
    return index < length ? index : 2 * length - 1 - index;
  }

  /** Half of the time on a part of the subject only. */
  private static void mix(Pair pair, Dice dice, FloatImage other, double share) {
    boolean everywhere = dice.chance(0.45);
    Field where = Field.smooth(dice, pair.width() * dice.between(1, 3));
    float sharpness = (float) dice.logBetween(1, 12);
    int pixels = pair.alpha.pixels();
    for (int i = 0; i < pixels; i++) {
      float here = everywhere ? 1 : 0.5f + sharpness * where.at(i % pair.width(), i / pair.width());
      float amount = (float) share * Math.max(0, Math.min(1, here));
      for (int at = i; at < 3 * pixels; at += pixels) {
        float own = pair.foreground.values()[at];
        pair.foreground.values()[at] = own + amount * (other.values()[at] - own);
      }
    }
  }

  private static void sameMean(Pair pair, double share) {
    int pixels = pair.alpha.pixels();
    for (int c = 0; c < 3; c++) {
      double weight = 1e-6;
      double ours = 0;
      double theirs = 0;
      for (int i = 0; i < pixels; i++) {
        float a = pair.alpha.values()[i];
        weight += a;
        ours += a * pair.foreground.values()[c * pixels + i];
        theirs += a * pair.scene.values()[c * pixels + i];
      }
      float shift = (float) ((theirs - ours) / weight * share);
      for (int i = c * pixels; i < (c + 1) * pixels; i++) {
        pair.foreground.values()[i] += shift;
      }
    }
    pair.foreground.clamp();
  }
}
