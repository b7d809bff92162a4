package org.cleanplate.training.data.augment;

import org.cleanplate.training.data.image.Affine;
import org.cleanplate.training.data.image.Border;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.image.Scale;
import org.cleanplate.training.data.image.Warp;
import org.cleanplate.training.data.synthesis.Dice;

/** A camera that moved since the plate was captured: a little, or what alignment has left. */
final class Misalignment {
  private Misalignment() {}

  /** Moves the plate by up to some pixels for each 256 of the frame. */
  static void apply(Pair pair, Dice dice) {
    double size = Math.min(pair.width(), pair.height());
    double shift =
        dice.chance(0.5) ? dice.logBetween(0.15, 1.2) : dice.logBetween(0.15, 6) * size / 256;
    double angle = dice.normal(0.006) * Math.min(1, shift);
    double zoom = 1 + dice.normal(0.005) * Math.min(1, shift);
    Affine map =
        Affine.view(
            pair.width() / 2.0 + dice.normal(shift * 0.6),
            pair.height() / 2.0 + dice.normal(shift * 0.6),
            pair.width(),
            pair.height(),
            zoom,
            angle,
            false);
    pair.plate = Warp.affine(pair.plate, map, pair.width(), pair.height(), Border.REFLECT);
    if (dice.chance(0.3)) {
      pair.plate = Warp.flow(pair.plate, flow(pair, dice, shift * 0.6), Border.REFLECT);
    }
  }

  /** Parallax and rolling shutter: smooth, another at each place. */
  private static FloatImage flow(Pair pair, Dice dice, double deviation) {
    FloatImage grid = FloatImage.zeros(4, 4, 2);
    for (int i = 0; i < grid.values().length; i++) {
      grid.values()[i] = (float) dice.normal(deviation);
    }
    return Scale.resize(grid, pair.width(), pair.height());
  }
}
