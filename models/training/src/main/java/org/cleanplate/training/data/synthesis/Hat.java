package org.cleanplate.training.data.synthesis;

/** A cap, a hat with a brim, a woollen cap, or headphones. */
final class Hat {
  private Hat() {}

  static void paint(Painter painter, Figure figure) {
    Dice dice = painter.dice;
    double x = figure.headX();
    double y = figure.headY();
    double r = figure.headRadius();
    if (dice.chance(0.25)) {
      headphones(painter, x, y, r);
      return;
    }
    Material cloth = Material.cloth(dice, r, Textures.any(dice, r));
    double brow = y - r * dice.between(0.4, 0.65);
    double tall = r * dice.between(0.65, 1.1);
    Outline crown =
        Outlines.smooth(
                x - 0.95 * r,
                brow,
                x - 0.85 * r,
                brow - 0.6 * tall,
                x,
                brow - tall,
                x + 0.85 * r,
                brow - 0.6 * tall,
                x + 0.95 * r,
                brow,
                x,
                brow + 0.08 * r)
            .turned(figure.lean(), x, y);
    painter.part(cloth, crown);
    double brim = r * dice.between(0.9, 2);
    if (dice.chance(0.6)) {
      double aside = dice.chance(0.5) ? dice.sign() * 0.6 * r : 0;
      painter.part(
          cloth,
          Outlines.ellipse(x + aside, brow, brim, r * dice.between(0.08, 0.25), figure.lean()));
    } else {
      HairStyle wool = HairStyle.fur(dice, r).withLength(r * dice.between(0.04, 0.3)).finer(0.5);
      new Fur(painter, wool, -Math.PI / 2, 0).along(crown, dice.between(0.5, 3));
    }
  }

  private static void headphones(Painter painter, double x, double y, double r) {
    Dice dice = painter.dice;
    Material plastic = Material.hard(dice, r, Textures.calm(dice, r, Palette.any(dice)));
    double band = r * dice.between(0.05, 0.14);
    painter.part(
        plastic,
        Outlines.tube(
            new double[] {x - r, x - 0.75 * r, x, x + 0.75 * r, x + r},
            new double[] {y, y - 0.95 * r, y - 1.4 * r, y - 0.95 * r, y},
            new double[] {band, band, band, band, band}));
    for (int side = -1; side <= 1; side += 2) {
      painter.part(plastic, Outlines.ellipse(x + side * r, y, 0.25 * r, 0.42 * r, 0));
    }
  }
}
