package org.cleanplate.training.data.synthesis;

/**
 * The hair of a head: a dark mass behind, and over it thousands of strands in tufts which start all
 * over the scalp and are combed from a parting, fall, stand or curl as the cut says; some fly about
 * on their own.
 */
final class HeadHair {
  private static final double STRANDS_ON_A_LARGE_HEAD = 3800;
  private static final double STRANDS_FOR_EACH_PIXEL = 30;

  /** Where hair grows, as angles seen from the middle of the head; up is minus a quarter turn. */
  private static final double LEFT = -Math.PI - 0.4;

  private static final double RIGHT = 0.4;

  private final double r;
  private final double x;
  private final double y;
  private final double lean;
  private final Haircut cut;
  private final HairStyle style;
  private final Rgb color;

  HeadHair(Dice dice, Figure figure) {
    r = figure.headRadius();
    x = figure.headX();
    y = figure.headY();
    lean = figure.lean();
    cut = Haircut.any(dice);
    style = cut.style(dice, r);
    color = Palette.hair(dice);
  }

  /** What hangs behind neck and shoulders. */
  void behind(Painter painter) {
    if (!cut.loose()) {
      return;
    }
    double bottom = y + Math.min(style.length() * 0.7, 3.5 * r);
    double wide = r * (0.85 + cut.volume());
    Outline mass =
        Outlines.smooth(
            x - wide,
            y - 0.4 * r,
            x,
            y - r * (1.1 + cut.volume()),
            x + wide,
            y - 0.4 * r,
            x + wide * 1.05,
            (y + bottom) / 2,
            x + 0.6 * wide,
            bottom,
            x - 0.6 * wide,
            bottom,
            x - wide * 1.05,
            (y + bottom) / 2);
    painter.part(mass(painter.dice, 0.6), mass);
    HairStyle ends = style.withLength(Math.min(style.length(), r * 0.9));
    new Fur(painter, ends, Math.PI / 2, cut.curly() ? 0.3 : painter.dice.between(0.4, 0.85))
        .along(mass, 2.5);
  }

  /** What lies on the head, fringe and beard. */
  void front(Painter painter) {
    Dice dice = painter.dice;
    if (cut.beard()) {
      beard(painter, strands() * 0.5);
    }
    if (!cut.bald()) {
      cap(painter);
      scalp(painter, strands());
      wisps(painter, strands() * (dice.chance(0.7) ? dice.between(0, 0.06) : dice.between(0, 0.2)));
      if (cut.tied()) {
        knot(painter);
      }
    }
  }

  private double strands() {
    return Math.max(60, Math.min(STRANDS_ON_A_LARGE_HEAD, r * STRANDS_FOR_EACH_PIXEL));
  }

  private void cap(Painter painter) {
    double rise = 1 + cut.volume();
    double line = painter.dice.between(0.45, 0.78) * r;
    Outline cap =
        Outlines.smooth(
                x - 0.86 * r * rise,
                y + 0.05 * r,
                x - 0.82 * r * rise,
                y - 0.6 * r,
                x - 0.42 * r * rise,
                y - 1.1 * r * rise,
                x + 0.42 * r * rise,
                y - 1.1 * r * rise,
                x + 0.82 * r * rise,
                y - 0.6 * r,
                x + 0.86 * r * rise,
                y + 0.05 * r,
                x + 0.74 * r,
                y - 0.25 * r,
                x + 0.5 * r,
                y - line,
                x - 0.5 * r,
                y - line,
                x - 0.74 * r,
                y - 0.25 * r)
            .turned(lean, x, y);
    painter.part(mass(painter.dice, 0.75), cap);
  }

  /** Tufts all over the scalp, from the middle outwards as often as there is room. */
  private void scalp(Painter painter, double strands) {
    Dice dice = painter.dice;
    double parting = -Math.PI / 2 + dice.normal(0.4);
    for (int i = 0; i < strands / style.tuft(); i++) {
      double around = dice.between(LEFT, RIGHT);
      double out = Math.sqrt(dice.unit());
      double reach = 0.86 * r * (1 + cut.volume()) * out;
      double rootX = x + reach * Math.cos(around);
      double rootY = y - 0.25 * r + reach * Math.sin(around);
      boolean forehead = Math.abs(rootX - x) < 0.68 * r && rootY > y - 0.45 * r;
      if (forehead) {
        continue;
      }
      double side = around > parting ? 1 : -1;
      double heading = around + side * Math.PI / 2 * cut.combed() + dice.normal(0.15);
      double sheen = 0.75 + 0.6 * Math.exp(-8 * (out - 0.62) * (out - 0.62));
      Rgb shade = color.times(sheen * (1 + dice.normal(0.12)));
      boolean fringe = Math.abs(rootX - x) < 0.6 * r && out < 0.75;
      double size = fringe ? Math.min(1, cut.fringe() * r / style.length()) : 1;
      style.tuft(painter, rootX, rootY, heading, shade, size);
    }
  }

  /** Single hairs that stand off. */
  private void wisps(Painter painter, double strands) {
    Dice dice = painter.dice;
    HairStyle thin =
        style.finer(dice.between(0.35, 0.8)).withLength(Math.min(style.length(), 2 * r));
    for (int i = 0; i < strands; i++) {
      double around = dice.between(LEFT, RIGHT);
      double rootX = x + 0.85 * r * (1 + cut.volume()) * Math.cos(around);
      double rootY = y - 0.2 * r + 0.9 * r * (1 + cut.volume()) * Math.sin(around);
      Rgb light = color.times(dice.between(0.9, 1.4));
      thin.single(painter, rootX, rootY, around + dice.normal(0.8), light, dice.between(0.1, 0.6));
    }
  }

  private void beard(Painter painter, double strands) {
    Dice dice = painter.dice;
    HairStyle rough = style.withLength(r * dice.logBetween(0.08, 0.9)).finer(0.8);
    Rgb tone = color.times(dice.between(0.6, 1.2));
    for (int i = 0; i < strands / rough.tuft(); i++) {
      double around = dice.between(0.1, Math.PI - 0.1);
      double out = dice.between(0.7, 1);
      double rootX = x + 0.76 * r * out * Math.cos(around);
      double rootY = y + 0.15 * r + 1.02 * r * out * Math.sin(around);
      double heading = blend(around, Math.PI / 2, 0.5) + dice.normal(0.2);
      rough.tuft(painter, rootX, rootY, heading, tone, 1);
    }
  }

  /** A bun or a tail. */
  private void knot(Painter painter) {
    Dice dice = painter.dice;
    double knotX = x + dice.normal(0.5) * r;
    double knotY = y - r * dice.between(0.9, 1.5);
    double size = r * dice.between(0.3, 0.6);
    Outline knot = Outlines.lump(dice, knotX, knotY, size, size * 0.85, 0.1);
    painter.part(mass(dice, 0.85), knot);
    HairStyle loose = style.withLength(r * dice.logBetween(0.2, 1.2));
    new Fur(painter, loose, dice.angle(), 0.6).along(knot, 1.5);
  }

  private Material mass(Dice dice, double light) {
    Noise streaks = Noise.place(dice, NoiseTiles.STREAKS, r * 3, Math.PI / 2, 2);
    Texture texture = Texture.plain(color.times(light)).mottled(streaks, 0.18);
    return new Material(texture, 0.8, 0.2, r, 0.1, 5, 1);
  }

  private static double blend(double from, double to, double share) {
    return Math.atan2(
        (1 - share) * Math.sin(from) + share * Math.sin(to),
        (1 - share) * Math.cos(from) + share * Math.cos(to));
  }
}
