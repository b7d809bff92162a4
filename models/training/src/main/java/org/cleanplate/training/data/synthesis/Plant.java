package org.cleanplate.training.data.synthesis;

/** Leaves on twigs, grass, flowers; in a pot or cut by the picture's edge. */
final class Plant implements Subject {

  @Override
  public void paint(Painter painter) {
    Dice dice = painter.dice;
    double size = painter.size() * dice.between(0.3, 1.1);
    double x = painter.width() * dice.between(0.2, 0.8);
    double y = painter.height() * dice.between(0.6, 1.1);
    Rgb green = Palette.leaf(dice);
    if (dice.chance(0.3)) {
      grass(painter, x, y, size, green);
    } else {
      twigs(painter, x, y, size, green);
    }
    if (dice.chance(0.5)) {
      double wide = size * dice.between(0.1, 0.2);
      painter.part(
          Material.hard(dice, wide, Textures.any(dice, wide)),
          Outlines.polygon(
              x - wide,
              y - wide * 0.5,
              x + wide,
              y - wide * 0.5,
              x + wide * 0.7,
              y + wide * 1.3,
              x - wide * 0.7,
              y + wide * 1.3));
    }
  }

  private static void grass(Painter painter, double x, double y, double size, Rgb green) {
    Dice dice = painter.dice;
    HairStyle blade =
        new HairStyle(
            size * dice.between(0.4, 1),
            size * dice.logBetween(0.006, 0.03),
            0.5,
            0,
            size,
            dice.between(0, 0.8),
            0.3,
            1,
            0.25);
    int blades = dice.whole(30, 260);
    for (int i = 0; i < blades; i++) {
      double root = x + dice.normal(0.15) * size;
      blade.single(painter, root, y, -Math.PI / 2 + dice.normal(0.4), green, 1);
    }
  }

  private static void twigs(Painter painter, double x, double y, double size, Rgb green) {
    Dice dice = painter.dice;
    int twigs = dice.whole(3, 14);
    double leaf = size * dice.logBetween(0.03, 0.16);
    Material bark = Material.hard(dice, size, Texture.plain(Rgb.of(0.3, 0.25, 0.15)));
    for (int k = 0; k < twigs; k++) {
      double angle = -Math.PI / 2 + dice.normal(0.5);
      double reach = size * dice.between(0.4, 1);
      double endX = x + reach * Math.cos(angle);
      double endY = y + reach * Math.sin(angle);
      double bow = dice.normal(0.1) * size;
      double thick = Math.max(0.4, size * 0.006);
      double[] xs = {x, (x + endX) / 2 + bow, endX};
      double[] ys = {y, (y + endY) / 2, endY};
      painter.part(bark, Outlines.tube(xs, ys, new double[] {thick * 1.5, thick, thick * 0.4}));
      int leaves = (int) (reach / leaf * dice.between(0.8, 2));
      for (int i = 0; i < leaves; i++) {
        double t = dice.between(0.15, 1);
        double px = x + t * (endX - x) + bow * 4 * t * (1 - t);
        double py = y + t * (endY - y);
        leaf(painter, px, py, angle + dice.sign() * dice.between(0.3, 1.3), leaf, green);
      }
    }
  }

  private static void leaf(
      Painter painter, double x, double y, double angle, double length, Rgb green) {
    Dice dice = painter.dice;
    double reach = length * dice.between(0.6, 1.3);
    double wide = reach * dice.between(0.15, 0.35);
    Rgb color = green.times(dice.logBetween(0.55, 1.6)).near(dice, 0.03);
    Outline outline =
        Outlines.smooth(x, y, x + reach * 0.4, y - wide, x + reach, y, x + reach * 0.4, y + wide)
            .turned(angle, x, y);
    painter.flat(outline, color, 1);
    Outline vein =
        Ribbon.square(
            new double[] {x, x + reach * 0.9 * Math.cos(angle)},
            new double[] {y, y + reach * 0.9 * Math.sin(angle)},
            new double[] {Math.max(0.2, reach * 0.02), 0.1});
    painter.flat(vein, color.times(1.3), 0.7f);
  }
}
