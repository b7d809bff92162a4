package org.cleanplate.training.data.synthesis;

import java.util.Arrays;

/** Shapes. Lengths in pixels, angles in radians, clockwise as the picture is seen. */
final class Outlines {
  private static final int SMOOTH_CORNERS = 72;

  private Outlines() {}

  static Outline ellipse(double x, double y, double radiusX, double radiusY, double angle) {
    return superellipse(x, y, radiusX, radiusY, angle, 1);
  }

  /**
   * @param power below 1 towards a rectangle, over 1 towards a star
   */
  static Outline superellipse(
      double x, double y, double radiusX, double radiusY, double angle, double power) {
    double[] xs = new double[SMOOTH_CORNERS];
    double[] ys = new double[SMOOTH_CORNERS];
    for (int i = 0; i < SMOOTH_CORNERS; i++) {
      double cos = Math.cos(2 * Math.PI * i / SMOOTH_CORNERS);
      double sin = Math.sin(2 * Math.PI * i / SMOOTH_CORNERS);
      xs[i] = x + radiusX * Math.signum(cos) * Math.pow(Math.abs(cos), power);
      ys[i] = y + radiusY * Math.signum(sin) * Math.pow(Math.abs(sin), power);
    }
    return new Outline(xs, ys).turned(angle, x, y);
  }

  static Outline polygon(double... xy) {
    double[] xs = new double[xy.length / 2];
    double[] ys = new double[xy.length / 2];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = xy[2 * i];
      ys[i] = xy[2 * i + 1];
    }
    return new Outline(xs, ys);
  }

  static Outline box(double left, double top, double right, double bottom) {
    return polygon(left, top, right, top, right, bottom, left, bottom);
  }

  /** A round shape with random bulges. */
  static Outline lump(Dice dice, double x, double y, double radiusX, double radiusY, double bulge) {
    int corners = 96;
    double[] rise = new double[corners];
    Arrays.fill(rise, 1);
    int waves = dice.whole(2, 9);
    double decay = dice.between(0.6, 1.5);
    for (int wave = 1; wave <= waves; wave++) {
      double amplitude = bulge * dice.normal(0.7) / Math.pow(wave, decay);
      double phase = dice.angle();
      for (int i = 0; i < corners; i++) {
        rise[i] += amplitude * Math.cos(wave * 2 * Math.PI * i / corners + phase);
      }
    }
    double[] xs = new double[corners];
    double[] ys = new double[corners];
    for (int i = 0; i < corners; i++) {
      double radius = Math.max(0.15, Math.min(2, rise[i]));
      xs[i] = x + radiusX * radius * Math.cos(2 * Math.PI * i / corners);
      ys[i] = y + radiusY * radius * Math.sin(2 * Math.PI * i / corners);
    }
    return new Outline(xs, ys);
  }

  static Outline star(Dice dice, double x, double y, double radius) {
    int points = dice.whole(3, 9);
    double inner = dice.between(0.25, 0.8);
    double[] xs = new double[2 * points];
    double[] ys = new double[2 * points];
    double turn = dice.angle();
    for (int i = 0; i < xs.length; i++) {
      double r = i % 2 == 0 ? radius : radius * inner;
      xs[i] = x + r * Math.cos(turn + Math.PI * i / points);
      ys[i] = y + r * Math.sin(turn + Math.PI * i / points);
    }
    return new Outline(xs, ys);
  }

  /** Any of the shapes. */
  static Outline any(Dice dice, double x, double y, double radius) {
    double aspect = Math.sqrt(dice.logBetween(0.45, 2.2));
    double rx = radius * aspect;
    double ry = radius / aspect;
    Outline outline =
        switch (dice.weighted(0.42, 0.28, 0.15, 0.15)) {
          case 0 -> lump(dice, x, y, rx, ry, dice.between(0.05, 0.45));
          case 1 -> superellipse(x, y, rx, ry, 0, dice.logBetween(0.25, 2));
          case 2 -> star(dice, x, y, radius);
          default -> box(x - rx, y - ry, x + rx, y + ry);
        };
    return outline.turned(dice.chance(0.4) ? dice.normal(0.1) : dice.angle(), x, y);
  }

  /** A limb: round ends, and a radius that changes along a smooth line through points. */
  static Outline tube(double[] xs, double[] ys, double[] radii) {
    int spans = xs.length - 1;
    int perSpan = 10;
    int count = spans * perSpan + 1;
    double[] px = new double[count];
    double[] py = new double[count];
    double[] pr = new double[count];
    for (int i = 0; i < count; i++) {
      int span = Math.min(i / perSpan, spans - 1);
      double t = (i - span * perSpan) / (double) perSpan;
      px[i] = spline(xs, span, t);
      py[i] = spline(ys, span, t);
      pr[i] = Math.max(0, spline(radii, span, t));
    }
    return Ribbon.round(px, py, pr);
  }

  /** A smooth closed line through points. */
  static Outline smooth(double... xy) {
    int points = xy.length / 2;
    int perSpan = 10;
    double[] xs = new double[points * perSpan];
    double[] ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      int span = i / perSpan;
      double t = (i % perSpan) / (double) perSpan;
      xs[i] = closed(xy, 0, span, t);
      ys[i] = closed(xy, 1, span, t);
    }
    return new Outline(xs, ys);
  }

  private static double closed(double[] xy, int axis, int span, double t) {
    int points = xy.length / 2;
    return blend(
        xy[2 * Math.floorMod(span - 1, points) + axis],
        xy[2 * span + axis],
        xy[2 * ((span + 1) % points) + axis],
        xy[2 * ((span + 2) % points) + axis],
        t);
  }

  /** Catmull and Rom's, ends repeated. */
  private static double spline(double[] values, int span, double t) {
    return blend(
        values[Math.max(0, span - 1)],
        values[span],
        values[span + 1],
        values[Math.min(values.length - 1, span + 2)],
        t);
  }

  private static double blend(double a, double b, double c, double d, double t) {
    return 0.5
        * (2 * b
            + t * (c - a)
            + t * t * (2 * a - 5 * b + 4 * c - d)
            + t * t * t * (3 * b - a - 3 * c + d));
  }
}
