package org.cleanplate.training.data.synthesis;

/** A manufactured or grown object: boxes, bottles, fruit, cups, furniture, vehicles. */
final class Thing implements Subject {

  @Override
  public void paint(Painter painter) {
    Dice dice = painter.dice;
    int count = dice.chance(0.75) ? 1 : dice.whole(2, 4);
    for (int i = 0; i < count; i++) {
      double radius =
          painter.size()
              * (dice.chance(0.55) ? dice.between(0.3, 0.65) : dice.logBetween(0.08, 0.3));
      double x = painter.width() * dice.between(0.25, 0.75);
      double y = painter.height() * dice.between(0.25, 0.75);
      switch (dice.weighted(0.22, 0.26, 0.14, 0.12, 0.14, 0.12)) {
        case 0 -> box(painter, x, y, radius);
        case 1 -> turned(painter, x, y, radius);
        case 2 -> fruit(painter, x, y, radius);
        case 3 -> cup(painter, x, y, radius);
        case 4 -> furniture(painter, x, y, radius);
        default -> vehicle(painter, x, y, radius);
      }
    }
  }

  /** Three faces in three lights, with printed patches. */
  private static void box(Painter painter, double x, double y, double radius) {
    Dice dice = painter.dice;
    double w = radius * dice.between(0.4, 1);
    double h = radius * dice.between(0.4, 1);
    double dx = w * dice.between(0.15, 0.7) * dice.sign();
    double dy = -h * dice.between(0.1, 0.4);
    double turn = dice.normal(0.15);
    Texture texture = Textures.any(dice, radius);
    Material front = Material.hard(dice, radius, texture).withRoundness(dice.between(0, 0.15));
    Material top = dimmed(front, dice.between(0.7, 1.35));
    Material flank = dimmed(front, dice.between(0.4, 1.1));
    double near = dx > 0 ? x + w : x - w;
    painter.part(
        top,
        Outlines.polygon(x - w, y - h, x + w, y - h, x + w + dx, y - h + dy, x - w + dx, y - h + dy)
            .turned(turn, x, y));
    painter.part(
        flank,
        Outlines.polygon(near, y - h, near + dx, y - h + dy, near + dx, y + h + dy, near, y + h)
            .turned(turn, x, y));
    painter.part(front, Outlines.box(x - w, y - h, x + w, y + h).turned(turn, x, y));
    int labels = dice.chance(0.6) ? dice.whole(1, 6) : 0;
    for (int i = 0; i < labels; i++) {
      double cx = x + dice.between(-0.7, 0.7) * w;
      double cy = y + dice.between(-0.7, 0.7) * h;
      double lw = w * dice.logBetween(0.03, 0.3);
      double lh = h * dice.logBetween(0.02, 0.3);
      Outline label = Outlines.box(cx - lw, cy - lh, cx + lw, cy + lh).turned(turn, x, y);
      painter.flat(label, Palette.any(dice), 0.92f);
    }
  }

  private static Material dimmed(Material material, double factor) {
    float share = (float) factor;
    Texture texture = material.texture();
    Texture dim =
        (px, py, rgb) -> {
          texture.color(px, py, rgb);
          rgb[0] = Math.min(1, rgb[0] * share);
          rgb[1] = Math.min(1, rgb[1] * share);
          rgb[2] = Math.min(1, rgb[2] * share);
        };
    return new Material(
        dim,
        material.roundness(),
        material.folds(),
        material.foldPixels(),
        material.shine() * 0.3,
        material.hardness(),
        material.opacity());
  }

  /** Bottles, vases, lamps: a profile turned about an upright axis. */
  private static void turned(Painter painter, double x, double y, double radius) {
    Dice dice = painter.dice;
    int rings = dice.whole(3, 7);
    double[] xs = new double[rings];
    double[] ys = new double[rings];
    double[] radii = new double[rings];
    double slim = dice.between(0.2, 0.7);
    for (int i = 0; i < rings; i++) {
      xs[i] = x;
      ys[i] = y + radius * (2.0 * i / (rings - 1) - 1);
      radii[i] = radius * slim * dice.between(0.35, 1);
    }
    Outline body = Outlines.tube(xs, ys, radii).turned(dice.normal(0.15), x, y);
    Material material =
        Material.hard(dice, radius, Textures.any(dice, radius))
            .withRoundness(dice.between(0.8, 1.8));
    painter.part(dice.chance(0.15) ? material.withOpacity(dice.between(0.4, 0.9)) : material, body);
    if (dice.chance(0.5)) {
      double top = y + radius * dice.between(-0.4, 0.2);
      double wide = radius * slim * 0.5;
      painter.part(
          Material.hard(dice, wide, Textures.any(dice, wide)).withRoundness(0.3),
          Outlines.box(x - wide, top, x + wide, top + radius * dice.between(0.2, 0.6)));
    }
  }

  private static void fruit(Painter painter, double x, double y, double radius) {
    Dice dice = painter.dice;
    int count = dice.chance(0.5) ? 1 : dice.whole(2, 7);
    Material skin =
        Material.hard(dice, radius, Textures.any(dice, radius))
            .withRoundness(dice.between(0.9, 1.6));
    for (int i = 0; i < count; i++) {
      double r = count == 1 ? radius : radius * 0.5;
      double cx = count == 1 ? x : x + dice.normal(0.6) * radius;
      double cy = count == 1 ? y : y + dice.normal(0.4) * radius;
      painter.part(skin, Outlines.lump(dice, cx, cy, r, r * dice.between(0.75, 1.1), 0.06));
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

  private static void cup(Painter painter, double x, double y, double radius) {
    Dice dice = painter.dice;
    double r = radius * 0.7;
    Material material =
        Material.hard(dice, r, Textures.any(dice, r)).withRoundness(dice.between(0.6, 1.4));
    double side = dice.sign();
    Outline handle = Outlines.ellipse(x + side * r * 1.05, y, r * 0.5, r * 0.6, 0);
    double hole = dice.between(0.55, 0.8);
    painter.part(material, java.util.List.of(handle), java.util.List.of(handle.scaled(hole, hole)));
    double foot = dice.between(0.6, 1);
    painter.part(
        material,
        Outlines.polygon(x - r, y - r, x + r, y - r, x + r * foot, y + r, x - r * foot, y + r));
    double rim = r * dice.between(0.08, 0.3);
    painter.part(material, Outlines.ellipse(x, y - r, r, rim, 0));
    painter.flat(
        Outlines.ellipse(x, y - r, r * 0.92, rim * 0.85, 0), Palette.any(dice).times(0.6), 0.95f);
  }

  /** Legs, a seat or top, perhaps a back with bars: holes all over. */
  private static void furniture(Painter painter, double x, double y, double radius) {
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

  private static void vehicle(Painter painter, double x, double y, double radius) {
    Dice dice = painter.dice;
    double w = radius;
    double h = radius * dice.between(0.25, 0.5);
    Material paint = Material.hard(dice, radius, Textures.calm(dice, radius, Palette.any(dice)));
    painter.part(
        paint,
        Outlines.smooth(
            x - w,
            y + 0.4 * h,
            x - w * 0.95,
            y - 0.1 * h,
            x - 0.55 * w,
            y - 0.25 * h,
            x - 0.3 * w,
            y - h,
            x + 0.35 * w,
            y - h,
            x + 0.65 * w,
            y - 0.25 * h,
            x + w,
            y - 0.05 * h,
            x + w,
            y + 0.45 * h,
            x,
            y + 0.6 * h));
    Rgb glass = Rgb.gray(dice.between(0.05, 0.7));
    for (int side = -1; side <= 1; side += 2) {
      painter.flat(
          Outlines.superellipse(x + side * 0.2 * w, y - 0.55 * h, 0.16 * w, 0.25 * h, 0, 0.5),
          glass,
          0.9f);
      double wheel = h * dice.between(0.35, 0.5);
      double wheelX = x + side * 0.6 * w;
      painter.part(
          Material.hard(dice, wheel, Texture.plain(Rgb.gray(0.07))),
          Outlines.ellipse(wheelX, y + 0.55 * h, wheel, wheel, 0));
      painter.part(
          Material.hard(dice, wheel, Textures.any(dice, wheel)),
          Outlines.ellipse(wheelX, y + 0.55 * h, wheel * 0.6, wheel * 0.6, 0));
    }
  }
}
