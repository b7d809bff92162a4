package org.cleanplate.training.data.synthesis;

/** Bottles, vases, lamps: a profile turned about an upright axis, now and then of glass. */
final class Vessel implements Thing {

  @Override
  public void paint(Painter painter, double x, double y, double radius) {
    Dice dice = painter.dice;
    double slim = dice.between(0.2, 0.7);
    Outline body = profile(dice, x, y, radius, slim).turned(dice.normal(0.12), x, y);
    Material material =
        Material.hard(dice, radius, Textures.any(dice, radius))
            .withRoundness(dice.between(0.8, 1.8));
    boolean glass = dice.chance(0.15);
    painter.part(glass ? material.withOpacity(dice.between(0.4, 0.9)) : material, body);
    if (dice.chance(0.5)) {
      double top = y + radius * dice.between(-0.4, 0.2);
      double wide = radius * slim * dice.between(0.4, 0.6);
      painter.part(
          Material.hard(dice, wide, Textures.any(dice, wide)).withRoundness(0.4),
          Outlines.box(x - wide, top, x + wide, top + radius * dice.between(0.2, 0.6)));
    }
  }

  private static Outline profile(Dice dice, double x, double y, double radius, double slim) {
    int rings = dice.whole(3, 8);
    double[] right = new double[2 * rings];
    double[] xy = new double[4 * rings];
    for (int i = 0; i < rings; i++) {
      right[2 * i] = radius * slim * dice.between(0.3, 1);
      right[2 * i + 1] = y + radius * (2.0 * i / (rings - 1) - 1);
    }
    for (int i = 0; i < rings; i++) {
      xy[2 * i] = x + right[2 * i];
      xy[2 * i + 1] = right[2 * i + 1];
      xy[4 * rings - 2 - 2 * i] = x - right[2 * i];
      xy[4 * rings - 1 - 2 * i] = right[2 * i + 1];
    }
    return dice.chance(0.7) ? Outlines.smooth(xy) : Outlines.polygon(xy);
  }
}
