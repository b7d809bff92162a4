package org.cleanplate.training.data.synthesis;

import java.util.ArrayList;
import java.util.List;

/** One or some shapes of any kind and surface, at times with holes, prints or a furry border. */
final class Blobs implements Subject {

  @Override
  public void paint(Painter painter) {
    Dice dice = painter.dice;
    int count = dice.chance(0.6) ? 1 : dice.whole(2, 5);
    for (int i = 0; i < count; i++) {
      blob(painter);
    }
  }

  private static void blob(Painter painter) {
    Dice dice = painter.dice;
    double radius =
        painter.size() * (dice.chance(0.5) ? dice.between(0.3, 0.7) : dice.logBetween(0.05, 0.4));
    double x = painter.width() * dice.between(0.1, 0.9);
    double y = painter.height() * dice.between(0.1, 0.9);
    Outline outline = Outlines.any(dice, x, y, radius);
    painter.part(Material.any(dice, radius), List.of(outline), holes(dice, x, y, radius));
    int prints = dice.chance(0.4) ? dice.whole(1, 8) : 0;
    for (int i = 0; i < prints; i++) {
      double size = radius * dice.logBetween(0.03, 0.35);
      double reach = radius * 0.3;
      Outline print = Outlines.any(dice, x + dice.normal(reach), y + dice.normal(reach), size);
      painter.flat(print, Palette.any(dice), 0.9f);
    }
    if (dice.chance(0.35)) {
      HairStyle style = HairStyle.fur(dice, radius);
      new Fur(painter, style, dice.angle(), dice.between(0, 0.7))
          .along(outline, dice.logBetween(0.5, 4));
    }
  }

  private static List<Outline> holes(Dice dice, double x, double y, double radius) {
    List<Outline> holes = new ArrayList<>();
    int count = dice.chance(0.25) ? dice.whole(1, 5) : 0;
    for (int i = 0; i < count; i++) {
      double size = radius * dice.logBetween(0.06, 0.35);
      holes.add(
          Outlines.any(dice, x + dice.normal(radius * 0.35), y + dice.normal(radius * 0.35), size));
    }
    return holes;
  }
}
