package org.cleanplate.training.data.synthesis;

/** House fronts with rows of windows, a road, wires, cars far off. */
final class Street {
  private Street() {}

  static void paint(Painter painter) {
    Dice dice = painter.dice;
    double w = painter.width();
    double h = painter.height();
    Rgb sky = Rgb.gray(dice.between(0.5, 1)).near(dice, 0.06);
    Backdrops.ground(painter, Textures.calm(dice, painter.size(), sky));
    double road = h * dice.between(0.65, 1.05);
    double x = -w * dice.between(0, 0.2);
    while (x < w) {
      double wide = w * dice.between(0.12, 0.6);
      front(painter, x, h * dice.between(-0.3, 0.5), x + wide, road);
      x += wide;
    }
    painter.part(
        Material.any(dice, painter.size()).withRoundness(0), Outlines.box(-1, road, w + 1, h + 1));
    int wires = dice.whole(0, 5);
    for (int i = 0; i < wires; i++) {
      double thick = dice.between(0.3, 1);
      double y = h * dice.unit();
      painter.flat(
          Ribbon.square(
              new double[] {0, w / 2, w},
              new double[] {y, y + h * dice.between(0, 0.1), y + dice.normal(0.1) * h},
              new double[] {thick, thick, thick}),
          Rgb.gray(0.1),
          1);
    }
  }

  private static void front(Painter painter, double left, double top, double right, double bottom) {
    Dice dice = painter.dice;
    double size = right - left;
    painter.part(
        Material.hard(dice, size, Textures.any(dice, size)).withRoundness(0),
        Outlines.box(left, top, right, bottom));
    int columns = dice.whole(2, 9);
    double cell = size / columns;
    double storey = cell * dice.between(0.8, 2);
    double wide = cell * dice.between(0.2, 0.42);
    double tall = storey * dice.between(0.2, 0.42);
    Rgb frame = Palette.any(dice);
    Rgb glass = Palette.any(dice).times(0.6);
    for (double y = top + storey / 2; y < bottom - tall; y += storey) {
      for (int column = 0; column < columns; column++) {
        double x = left + (column + 0.5) * cell;
        painter.flat(
            Outlines.box(x - wide * 1.15, y - tall * 1.1, x + wide * 1.15, y + tall * 1.1),
            frame,
            1);
        painter.flat(
            Outlines.box(x - wide, y - tall, x + wide, y + tall),
            glass.times(dice.between(0.5, 1.6)),
            1);
      }
    }
  }
}
