package org.cleanplate.training.data.synthesis;

import org.cleanplate.training.data.image.Affine;
import org.cleanplate.training.data.image.Blur;
import org.cleanplate.training.data.image.Border;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.image.Warp;

/** How a subject comes through the lens: sharp as a rule, else out of focus or moving. */
final class Lens {
  private static final int MOST_MOTION_COPIES = 16;

  private Lens() {}

  /** Blurs colour times alpha and alpha alike, as light does. */
  static FloatImage any(Dice dice, FloatImage painted) {
    double size = Math.min(painted.width(), painted.height());
    return switch (dice.weighted(0.34, 0.36, 0.15, 0.06, 0.09)) {
      case 0 -> painted;
      case 1 -> Blur.gaussian(painted, dice.between(0.25, 0.8));
      case 2 -> Blur.gaussian(painted, dice.logBetween(0.6, Math.max(0.8, size / 300)));
      case 3 -> Blur.gaussian(painted, dice.logBetween(0.8, Math.max(1, size / 90)));
      default -> motion(painted, dice.angle(), dice.logBetween(2, Math.max(2.5, size / 18)));
    };
  }

  /** The mean over a straight way. */
  static FloatImage motion(FloatImage image, double angle, double lengthPixels) {
    int copies = (int) Math.max(2, Math.min(MOST_MOTION_COPIES, Math.ceil(lengthPixels) + 1));
    FloatImage sum = FloatImage.zeros(image.width(), image.height(), image.channels());
    for (int i = 0; i < copies; i++) {
      double away = lengthPixels * ((double) i / (copies - 1) - 0.5);
      Affine shift = new Affine(1, 0, away * Math.cos(angle), 0, 1, away * Math.sin(angle));
      FloatImage moved = Warp.affine(image, shift, image.width(), image.height(), Border.REPLICATE);
      for (int k = 0; k < sum.values().length; k++) {
        sum.values()[k] += moved.values()[k] / copies;
      }
    }
    return sum;
  }
}
