package org.cleanplate.training.data.synthesis;

/** A car from the side. */
final class Vehicle implements Thing {

  @Override
  public void paint(Painter painter, double x, double y, double radius) {
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
