package org.cleanplate.training.data.synthesis;

/** A box: three faces in three lights, with labels. */
final class Carton implements Thing {

  @Override
  public void paint(Painter painter, double x, double y, double radius) {
    Dice dice = painter.dice;
    double w = radius * dice.between(0.4, 1);
    double h = radius * dice.between(0.4, 1);
    double dx = w * dice.between(0.15, 0.7) * dice.sign();
    double dy = -h * dice.between(0.1, 0.4);
    double turn = dice.normal(0.15);
    Material front =
        Material.hard(dice, radius, Textures.any(dice, radius))
            .withRoundness(dice.between(0, 0.15));
    Outline back = Outlines.box(x - w + dx, y - h + dy, x + w + dx, y + h + dy).turned(turn, x, y);
    painter.part(
        front.dimmed(dice.between(0.4, 1.1)), hull(x, y, w, h, dx, dy).turned(turn, x, y), back);
    painter.part(
        front.dimmed(dice.between(0.7, 1.35)),
        Outlines.polygon(x - w, y - h, x + w, y - h, x + w + dx, y - h + dy, x - w + dx, y - h + dy)
            .turned(turn, x, y));
    painter.part(front, Outlines.box(x - w, y - h, x + w, y + h).turned(turn, x, y));
    int labels = dice.chance(0.6) ? dice.whole(1, 6) : 0;
    for (int i = 0; i < labels; i++) {
      double cx = x + dice.between(-0.65, 0.65) * w;
      double cy = y + dice.between(-0.65, 0.65) * h;
      double lw = w * dice.logBetween(0.03, 0.3);
      double lh = h * dice.logBetween(0.02, 0.3);
      Outline label = Outlines.box(cx - lw, cy - lh, cx + lw, cy + lh).turned(turn, x, y);
      painter.flat(label, Palette.any(dice), 0.92f);
    }
  }

  /** All that is covered, so that no background shines through between the faces. */
  private static Outline hull(double x, double y, double w, double h, double dx, double dy) {
    return dx > 0
        ? Outlines.polygon(
            x - w,
            y - h,
            x - w + dx,
            y - h + dy,
            x + w + dx,
            y - h + dy,
            x + w + dx,
            y + h + dy,
            x + w,
            y + h,
            x - w,
            y + h)
        : Outlines.polygon(
            x - w + dx,
            y - h + dy,
            x + w + dx,
            y - h + dy,
            x + w,
            y - h,
            x + w,
            y + h,
            x - w,
            y + h,
            x - w + dx,
            y + h + dy);
  }
}
