package org.cleanplate.training.data.synthesis;

/** A room: a wall, a floor in perspective, furniture, shelves, windows, pictures, lamps. */
final class Room {
  private Room() {}

  static void paint(Painter painter) {
    Dice dice = painter.dice;
    double w = painter.width();
    double h = painter.height();
    Rgb wall =
        dice.chance(0.6) ? Rgb.gray(dice.between(0.3, 0.95)).near(dice, 0.04) : Palette.any(dice);
    Backdrops.ground(painter, Textures.calm(dice, painter.size(), wall));
    double floor = h * dice.between(0.5, 0.95);
    floor(painter, floor);
    int things = dice.whole(3, 14);
    for (int i = 0; i < things; i++) {
      double wide = w * dice.logBetween(0.03, 0.25);
      double tall = h * dice.logBetween(0.04, 0.3);
      double x = w * dice.between(-0.05, 1.05);
      double y = dice.chance(0.5) ? h * dice.between(0, 0.7) : floor - tall;
      switch (dice.below(4)) {
        case 0 -> shelf(painter, x, y, wide, tall);
        case 1 -> window(painter, x, y, wide, tall);
        case 2 ->
            painter.part(
                Material.hard(dice, wide, Textures.any(dice, wide)).withRoundness(0.3),
                Outlines.any(dice, x, y, Math.min(wide, tall)));
        default ->
            painter.part(
                Material.hard(dice, wide, Textures.any(dice, wide)).withRoundness(0.1),
                Outlines.box(x - wide, y - tall, x + wide, y + tall));
      }
    }
  }

  /** A pattern that shrinks towards the horizon. */
  private static void floor(Painter painter, double top) {
    Dice dice = painter.dice;
    double h = painter.height();
    double horizon = top - h * dice.between(0.1, 0.5);
    double depth = h - horizon;
    Texture flat = Textures.any(dice, painter.size());
    float middle = (float) (painter.width() / 2.0);
    Texture receding =
        (x, y, rgb) -> {
          float scale = (float) (depth / Math.max(1, y - horizon));
          flat.color(middle + (x - middle) * scale, (float) (depth * scale), rgb);
        };
    painter.part(
        new Material(receding, 0, 0, 1, 0, 1, 1),
        Outlines.box(-1, top, painter.width() + 1.0, h + 1));
  }

  private static void shelf(Painter painter, double x, double y, double wide, double tall) {
    Dice dice = painter.dice;
    Material wood = Material.hard(dice, wide, Textures.any(dice, wide)).withRoundness(0);
    painter.part(wood, Outlines.box(x - wide, y - tall, x + wide, y + tall));
    int boards = dice.whole(2, 5);
    for (int board = 0; board < boards; board++) {
      double bottom = y - tall + 2 * tall * (board + 1) / boards;
      double room = 2 * tall / boards;
      double at = x - wide * 0.95;
      while (at < x + wide * 0.9) {
        double thick = wide * dice.between(0.03, 0.15);
        double height = room * dice.between(0.4, 0.9);
        painter.flat(
            Outlines.box(at, bottom - height, at + thick, bottom - room * 0.06),
            Palette.any(dice),
            1);
        at += thick * dice.between(1, 1.4);
      }
    }
  }

  private static void window(Painter painter, double x, double y, double wide, double tall) {
    Dice dice = painter.dice;
    Rgb light = dice.chance(0.7) ? Rgb.gray(dice.between(0.75, 1)) : Palette.any(dice);
    painter.part(
        Material.hard(dice, wide, Textures.calm(dice, wide, light)).withRoundness(0),
        Outlines.box(x - wide, y - tall, x + wide, y + tall));
    Rgb frame = Palette.any(dice);
    double bar = wide * dice.between(0.02, 0.08);
    int bars = dice.whole(1, 8);
    for (int i = 0; i <= bars; i++) {
      double at = x - wide + 2 * wide * i / bars;
      painter.flat(Outlines.box(at - bar, y - tall, at + bar, y + tall), frame, 1);
    }
    painter.flat(Outlines.box(x - wide, y - bar, x + wide, y + bar), frame, 1);
  }
}
