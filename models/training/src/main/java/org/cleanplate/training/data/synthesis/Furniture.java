package org.cleanplate.training.data.synthesis;

/** A chair, a table, a bench: legs, a seat, perhaps a back with bars; holes all over. */
final class Furniture implements Thing {

  @Override
  public void paint(Painter painter, double x, double y, double radius) {
    Dice dice = painter.dice;
    Material wood = Material.hard(dice, radius, Textures.any(dice, radius)).withRoundness(0.4);
    double w = radius * dice.between(0.5, 1);
    double leg = radius * dice.between(0.02, 0.09);
    double seat = y + radius * dice.between(-0.2, 0.2);
    for (double place : new double[] {-0.92, -0.6, 0.6, 0.92}) {
      double spread = place * w * dice.between(1, 1.15);
      painter.part(
          wood,
          Outlines.tube(
              new double[] {x + place * w, x + spread},
              new double[] {seat, y + radius},
              new double[] {leg, leg * 0.7}));
    }
    if (dice.chance(0.6)) {
      double top = y - radius;
      painter.part(wood, Outlines.box(x - w, top, x + w, top + radius * 0.15));
      int bars = dice.whole(2, 9);
      for (int i = 0; i < bars; i++) {
        double at = x + w * (2.0 * i / (bars - 1) - 1) * 0.95;
        painter.part(wood, Outlines.box(at - leg, top, at + leg, seat));
      }
    }
    double thick = radius * dice.between(0.05, 0.2);
    Material cover =
        dice.chance(0.5) ? wood : Material.cloth(dice, radius, Textures.any(dice, radius));
    painter.part(cover, Outlines.superellipse(x, seat, w * 1.05, thick, 0, 0.4));
  }
}
