package org.cleanplate.training.data.synthesis;

import java.util.Arrays;

/** Ears, a face, and glasses, a hat or nothing. */
final class Head {
  private final Figure figure;
  private final Material material;
  private final Rgb skin;
  private final double x;
  private final double y;
  private final double r;

  Head(Figure figure, Material material, Rgb skin) {
    this.figure = figure;
    this.material = material;
    this.skin = skin;
    x = figure.headX();
    y = figure.headY();
    r = figure.headRadius();
  }

  /** The skull and the jaw. */
  static Outline outline(Figure figure, double jaw) {
    double x = figure.headX();
    double y = figure.headY();
    double r = figure.headRadius();
    return Outlines.smooth(
            x,
            y - 1.15 * r,
            x + 0.6 * r,
            y - 0.95 * r,
            x + 0.84 * r,
            y - 0.3 * r,
            x + 0.78 * r,
            y + 0.35 * r,
            x + jaw * r,
            y + 0.95 * r,
            x,
            y + 1.25 * r,
            x - jaw * r,
            y + 0.95 * r,
            x - 0.78 * r,
            y + 0.35 * r,
            x - 0.84 * r,
            y - 0.3 * r,
            x - 0.6 * r,
            y - 0.95 * r)
        .turned(figure.lean(), x, y);
  }

  void paint(Painter painter) {
    Dice dice = painter.dice;
    for (int side = -1; side <= 1; side += 2) {
      painter.part(
          material, Outlines.ellipse(x + side * 0.84 * r, y + 0.05 * r, 0.14 * r, 0.3 * r, 0));
    }
    painter.part(material, outline(figure, dice.between(0.4, 0.6)));
    double turn = dice.normal(0.12) * r;
    if (dice.chance(0.9)) {
      face(painter, turn);
    }
    if (dice.chance(0.15)) {
      glasses(painter, turn);
    }
  }

  private void face(Painter painter, double turn) {
    Dice dice = painter.dice;
    Rgb dark = skin.times(0.55);
    Rgb brow = Palette.hair(dice).times(0.7);
    Rgb iris = Rgb.of(dice.between(0.05, 0.4), dice.between(0.05, 0.4), dice.between(0.05, 0.5));
    for (int side = -1; side <= 1; side += 2) {
      double eyeX = x + turn + side * 0.34 * r;
      double eyeY = y - 0.05 * r;
      painter.flat(Outlines.ellipse(eyeX, eyeY - 0.05 * r, 0.22 * r, 0.13 * r, 0), dark, 0.35f);
      painter.flat(Outlines.ellipse(eyeX, eyeY, 0.14 * r, 0.065 * r, 0), Rgb.gray(0.85), 0.9f);
      painter.flat(Outlines.ellipse(eyeX, eyeY, 0.065 * r, 0.065 * r, 0), iris, 1);
      painter.flat(
          Outlines.tube(
              new double[] {eyeX - 0.2 * r, eyeX, eyeX + 0.2 * r},
              new double[] {eyeY - 0.2 * r, eyeY - 0.26 * r, eyeY - 0.2 * r},
              new double[] {0.03 * r, 0.05 * r, 0.03 * r}),
          brow,
          0.75f);
    }
    painter.flat(
        Outlines.ellipse(x + turn + 0.06 * r, y + 0.3 * r, 0.08 * r, 0.22 * r, 0), dark, 0.2f);
    painter.flat(Outlines.ellipse(x + turn, y + 0.42 * r, 0.15 * r, 0.06 * r, 0), dark, 0.5f);
    painter.flat(
        Outlines.ellipse(x + turn, y + 0.7 * r, 0.3 * r, r * dice.between(0.05, 0.13), 0),
        skin.mix(Rgb.of(0.65, 0.2, 0.2), 0.5),
        0.8f);
  }

  private void glasses(Painter painter, double turn) {
    Dice dice = painter.dice;
    Rgb frame = Palette.any(dice).times(0.6);
    double thick = r * dice.between(0.02, 0.06);
    double radius = r * dice.between(0.2, 0.28);
    float tint = dice.chance(0.3) ? (float) dice.between(0.3, 0.95) : 0.05f;
    for (int side = -1; side <= 1; side += 2) {
      double eyeX = x + turn + side * 0.34 * r;
      Outline lens = Outlines.superellipse(eyeX, y - 0.02 * r, radius, radius * 0.8, 0, 0.7);
      painter.flat(lens, frame.times(0.5), tint);
      double[] xs = Arrays.copyOf(lens.xs(), lens.corners() + 1);
      double[] ys = Arrays.copyOf(lens.ys(), lens.corners() + 1);
      xs[lens.corners()] = xs[0];
      ys[lens.corners()] = ys[0];
      double[] radii = new double[xs.length];
      Arrays.fill(radii, thick);
      painter.flat(Ribbon.square(xs, ys, radii), frame, 1);
    }
    painter.flat(
        Outlines.box(x + turn - 0.1 * r, y - thick, x + turn + 0.1 * r, y + thick), frame, 1);
  }
}
