package org.cleanplate.training.data.synthesis;

import java.util.List;

/** A wheel, a fan, a sieve: a rim with spokes that one sees through. */
final class Wheel implements Thing {

  @Override
  public void paint(Painter painter, double x, double y, double radius) {
    Dice dice = painter.dice;
    Material metal = Material.hard(dice, radius, Textures.any(dice, radius)).withRoundness(0.4);
    double flat = dice.between(0.4, 1);
    double turn = dice.angle();
    Outline rim = Outlines.ellipse(x, y, radius, radius * flat, 0);
    double inner = dice.between(0.75, 0.96);
    int spokes = dice.whole(3, 36);
    double thick = radius * dice.logBetween(0.004, 0.05);
    for (int i = 0; i < spokes; i++) {
      double angle = turn + 2 * Math.PI * i / spokes;
      painter.part(
          metal,
          Ribbon.square(
              new double[] {x, x + radius * 0.97 * Math.cos(angle)},
              new double[] {y, y + radius * 0.97 * flat * Math.sin(angle)},
              new double[] {thick, thick}));
    }
    painter.part(metal, List.of(rim), List.of(rim.scaled(inner, inner)));
    double hub = radius * dice.between(0.05, 0.3);
    painter.part(Material.any(dice, hub), Outlines.ellipse(x, y, hub, hub * flat, 0));
  }
}
