package org.cleanplate.training.data.synthesis;

/**
 * The hair of a head: a dark mass behind, and over it thousands of strands in tufts which start all
 * over the scalp and fall, stand or curl as the style says; some fly about on their own.
 */
final class HeadHair {
  private static final double STRANDS_ON_A_LARGE_HEAD = 3600;

  private final Figure figure;
  private final HairStyle style;
  private final Rgb color;
  private final double volume;
  private final boolean bald;
  private final boolean beard;
  private final boolean loose;

  private HeadHair(Dice dice, Figure figure) {
    this.figure = figure;
    double r = figure.headRadius();
    color = Palette.hair(dice);
    bald = dice.chance(0.06);
    beard = dice.chance(0.18);
    int kind = dice.weighted(0.3, 0.2, 0.32, 0.18);
    double length =
        r
            * switch (kind) {
              case 0 -> dice.between(0.2, 0.6);
              case 1 -> dice.between(0.5, 1.2);
              case 2 -> dice.between(1.3, 4);
              default -> dice.between(0.4, 1.6);
            };
    boolean curly = kind == 3;
    loose = kind == 2 || curly;
    volume = curly ? dice.between(0.15, 0.55) : dice.between(0.02, 0.2);
    style =
        new HairStyle(
            length,
            Math.max(0.2, r * dice.logBetween(0.004, 0.016)),
            curly ? dice.normal(3.5) : dice.normal(0.4),
            (curly ? dice.between(0.05, 0.18) : dice.between(0, 0.07)) * r,
            r * dice.between(0.3, 1),
            kind == 2 ? dice.between(1.2, 2.6) : dice.between(0, 1),
            dice.between(0.04, kind == 0 ? 0.5 : 0.25),
            dice.whole(4, 16),
            dice.between(0.08, 0.28));
  }

  static HeadHair any(Dice dice, Figure figure) {
    return new HeadHair(dice, figure);
  }

  /** What hangs behind neck and shoulders. */
  void behind(Painter painter) {
    if (bald || !loose) {
      return;
    }
    double r = figure.headRadius();
    double bottom = figure.headY() + Math.min(style.length() * 0.75, 3 * r);
    double wide = r * (0.85 + volume);
    Outline mass =
        Outlines.smooth(
            figure.headX() - wide,
            figure.headY() - 0.4 * r,
            figure.headX(),
            figure.headY() - r * (1.1 + volume),
            figure.headX() + wide,
            figure.headY() - 0.4 * r,
            figure.headX() + wide,
            (figure.headY() + bottom) / 2,
            figure.headX() + 0.6 * wide,
            bottom,
            figure.headX() - 0.6 * wide,
            bottom,
            figure.headX() - wide,
            (figure.headY() + bottom) / 2);
    painter.part(mass(painter.dice, 0.6), mass);
    new Fur(painter, style.withLength(r * 0.8), Math.PI / 2, 0.75).along(mass, 1.5);
    scalp(painter, strands() * 0.35, -Math.PI - 0.5, 0.5, 0.6);
  }

  /** What lies on the head, fringe and beard. */
  void front(Painter painter) {
    Dice dice = painter.dice;
    double r = figure.headRadius();
    if (!bald) {
      cap(painter);
      scalp(painter, strands(), -Math.PI - 0.35, 0.35, 1);
      fly(painter, strands() * dice.between(0, 0.12));
    }
    if (beard) {
      beard(painter, strands() * 0.5);
    }
  }

  private double strands() {
    double r = figure.headRadius();
    return Math.max(60, Math.min(STRANDS_ON_A_LARGE_HEAD, r * 26));
  }

  private void cap(Painter painter) {
    Dice dice = painter.dice;
    double r = figure.headRadius();
    double x = figure.headX();
    double y = figure.headY();
    double rise = 1 + volume;
    double line = dice.between(0.45, 0.75) * r;
    Outline cap =
        Outlines.smooth(
                x - 0.86 * r * rise,
                y - 0.05 * r,
                x - 0.8 * r * rise,
                y - 0.6 * r,
                x - 0.4 * r,
                y - 1.12 * r * rise,
                x + 0.4 * r,
                y - 1.12 * r * rise,
                x + 0.8 * r * rise,
                y - 0.6 * r,
                x + 0.86 * r * rise,
                y - 0.05 * r,
                x + 0.72 * r,
                y - 0.3 * r,
                x + 0.5 * r,
                y - line,
                x - 0.5 * r,
                y - line,
                x - 0.72 * r,
                y - 0.3 * r)
            .turned(figure.lean(), x, y);
    painter.part(mass(dice, 0.75), cap);
  }

  /** Tufts from the scalp between two angles, seen from the middle of the head. */
  private void scalp(Painter painter, double strands, double from, double to, double light) {
    Dice dice = painter.dice;
    double r = figure.headRadius();
    double parting = dice.normal(0.35);
    for (int i = 0; i < strands / style.tuft(); i++) {
      double around = dice.between(from, to);
      double out = Math.sqrt(dice.unit());
      double x = figure.headX() + r * 0.85 * (1 + volume) * out * Math.cos(around);
      double y = figure.headY() - 0.3 * r + r * 0.85 * (1 + volume) * out * Math.sin(around);
      if (y > figure.headY() - 0.35 * r && Math.abs(x - figure.headX()) < 0.7 * r) {
        continue;
      }
      double sideways = Math.cos(around) > parting ? 0.25 : Math.PI - 0.25;
      double heading = style.gravity() > 1.1 ? blend(around, sideways, 1 - 0.6 * out) : around;
      double sheen = 0.75 + 0.6 * Math.exp(-8 * (out - 0.62) * (out - 0.62));
      Rgb shade = color.times(light * sheen * (1 + dice.normal(0.12)));
      style.tuft(painter, x, y, heading + dice.normal(0.18), shade, 1);
    }
  }

  private void fly(Painter painter, double strands) {
    Dice dice = painter.dice;
    double r = figure.headRadius();
    HairStyle thin = style.finer(dice.between(0.4, 0.8));
    for (int i = 0; i < strands; i++) {
      double around = dice.between(-Math.PI - 0.4, 0.4);
      double x = figure.headX() + 0.85 * r * (1 + volume) * Math.cos(around);
      double y = figure.headY() - 0.15 * r + 0.95 * r * (1 + volume) * Math.sin(around);
      thin.single(
          painter, x, y, around + dice.normal(0.7), color.times(1.1), dice.between(0.15, 0.7));
    }
  }

  private void beard(Painter painter, double strands) {
    Dice dice = painter.dice;
    double r = figure.headRadius();
    HairStyle rough = style.withLength(r * dice.logBetween(0.08, 0.8)).finer(0.8);
    Rgb tone = color.times(dice.between(0.6, 1.2));
    for (int i = 0; i < strands / rough.tuft(); i++) {
      double around = dice.between(0.15, Math.PI - 0.15);
      double out = dice.between(0.72, 1);
      double x = figure.headX() + 0.75 * r * out * Math.cos(around);
      double y = figure.headY() + 0.15 * r + 1.02 * r * out * Math.sin(around);
      rough.tuft(painter, x, y, blend(around, Math.PI / 2, 0.5) + dice.normal(0.2), tone, 1);
    }
  }

  private Material mass(Dice dice, double light) {
    Noise streaks = Noise.place(dice, NoiseTiles.STREAKS, figure.headRadius() * 3, Math.PI / 2, 2);
    Texture texture = Texture.plain(color.times(light)).mottled(streaks, 0.18);
    return new Material(texture, 0.8, 0.2, figure.headRadius(), 0.1, 5, 1);
  }

  private static double blend(double from, double to, double share) {
    return Math.atan2(
        (1 - share) * Math.sin(from) + share * Math.sin(to),
        (1 - share) * Math.cos(from) + share * Math.cos(to));
  }
}
