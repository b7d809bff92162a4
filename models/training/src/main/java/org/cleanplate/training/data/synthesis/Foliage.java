package org.cleanplate.training.data.synthesis;

import java.util.ArrayList;
import java.util.List;

/** Leaves, gravel, confetti: the dead leaves model, which has the statistics of natural scenes. */
final class Foliage {
  private Foliage() {}

  /** Over all of the picture. */
  static void paint(Painter painter) {
    Dice dice = painter.dice;
    Backdrops.ground(painter, Textures.any(dice, painter.size()));
    scatter(painter, 0, dice.chance(0.6));
  }

  /** Below a line. */
  static void scatter(Painter painter, double top, boolean green) {
    Dice dice = painter.dice;
    double size = painter.size();
    List<Rgb> colors = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      colors.add(green ? Palette.leaf(dice) : Palette.any(dice));
    }
    double largest = size * dice.logBetween(0.03, 0.2);
    int count = (int) dice.logBetween(200, 1100);
    boolean slim = dice.chance(0.5);
    for (int i = 0; i < count; i++) {
      double radius = dice.powerLaw(size * 0.008, largest);
      double x = painter.width() * dice.unit();
      double y = top + (painter.height() - top) * dice.unit();
      Rgb color = colors.get(dice.below(6)).times(dice.logBetween(0.45, 1.4));
      Outline outline =
          slim
              ? Outlines.superellipse(x, y, radius, radius * 0.35, dice.angle(), 1.3)
              : Outlines.lump(dice, x, y, radius, radius, 0.25);
      painter.flat(outline, color, 1);
    }
  }
}
