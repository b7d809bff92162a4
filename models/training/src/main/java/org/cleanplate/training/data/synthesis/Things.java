package org.cleanplate.training.data.synthesis;

import java.util.List;

/** One or a few objects, many of them so near that they fill the picture. */
final class Things implements Subject {
  private static final List<Thing> KINDS =
      List.of(
          new Carton(),
          new Vessel(),
          new Fruit(),
          new Cup(),
          new Furniture(),
          new Vehicle(),
          new Assembly(),
          new Wheel());

  @Override
  public void paint(Painter painter) {
    Dice dice = painter.dice;
    int count = dice.chance(0.72) ? 1 : dice.whole(2, 4);
    for (int i = 0; i < count; i++) {
      double radius =
          painter.size()
              * (dice.chance(0.7) ? dice.between(0.28, 0.7) : dice.logBetween(0.06, 0.28));
      double x = painter.width() * dice.between(0.2, 0.8);
      double y = painter.height() * dice.between(0.2, 0.8);
      kind(dice).paint(painter, x, y, radius);
    }
  }

  private static Thing kind(Dice dice) {
    return KINDS.get(dice.weighted(0.16, 0.18, 0.1, 0.09, 0.12, 0.1, 0.19, 0.06));
  }
}
