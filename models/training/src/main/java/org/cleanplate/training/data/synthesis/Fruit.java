package org.cleanplate.training.data.synthesis;

/** One round thing or several, some with a stalk, some furry. */
final class Fruit implements Thing {

  @Override
  public void paint(Painter painter, double x, double y, double radius) {
    Dice dice = painter.dice;
    int count = dice.chance(0.5) ? 1 : dice.whole(2, 8);
    Material skin =
        Material.hard(dice, radius, Textures.any(dice, radius))
            .withRoundness(dice.between(0.9, 1.6));
    boolean furry = dice.chance(0.2);
    double r = count == 1 ? radius : radius * 0.5;
    for (int i = 0; i < count; i++) {
      double cx = count == 1 ? x : x + dice.normal(0.6) * radius;
      double cy = count == 1 ? y : y + dice.normal(0.4) * radius;
      Outline outline = Outlines.lump(dice, cx, cy, r, r * dice.between(0.75, 1.1), 0.06);
      painter.part(skin, outline);
      if (furry) {
        new Fur(painter, HairStyle.fur(dice, r * 0.6), Math.PI / 2, 0.2)
            .along(outline, dice.between(1, 4));
      }
      if (dice.chance(0.5)) {
        painter.part(
            Material.any(dice, r),
            Outlines.tube(
                new double[] {cx, cx + dice.normal(0.1) * r},
                new double[] {cy - 0.85 * r, cy - r * dice.between(1.1, 1.6)},
                new double[] {r * 0.04, r * 0.06}));
      }
    }
  }
}
