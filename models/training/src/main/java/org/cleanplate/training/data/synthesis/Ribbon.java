package org.cleanplate.training.data.synthesis;

/** Outlines of lines that have a width. */
final class Ribbon {
  private static final int CAP_CORNERS = 8;

  private Ribbon() {}

  /** Ends cut off square; right for tapering hair. */
  static Outline square(double[] xs, double[] ys, double[] radii) {
    return outline(xs, ys, radii, 0);
  }

  /** Ends as half circles; right for limbs. */
  static Outline round(double[] xs, double[] ys, double[] radii) {
    return outline(xs, ys, radii, CAP_CORNERS);
  }

  private static Outline outline(double[] xs, double[] ys, double[] radii, int capCorners) {
    int count = xs.length;
    double[] px = new double[2 * (count + capCorners)];
    double[] py = new double[px.length];
    for (int i = 0; i < count; i++) {
      double angle = direction(xs, ys, i);
      double sideX = -Math.sin(angle) * radii[i];
      double sideY = Math.cos(angle) * radii[i];
      px[i] = xs[i] - sideX;
      py[i] = ys[i] - sideY;
      int back = 2 * count + capCorners - 1 - i;
      px[back] = xs[i] + sideX;
      py[back] = ys[i] + sideY;
    }
    cap(
        px,
        py,
        count,
        xs[count - 1],
        ys[count - 1],
        radii[count - 1],
        direction(xs, ys, count - 1),
        capCorners);
    cap(
        px,
        py,
        2 * count + capCorners,
        xs[0],
        ys[0],
        radii[0],
        direction(xs, ys, 0) + Math.PI,
        capCorners);
    return new Outline(px, py);
  }

  private static void cap(
      double[] px,
      double[] py,
      int start,
      double x,
      double y,
      double radius,
      double ahead,
      int corners) {
    for (int k = 0; k < corners; k++) {
      double angle = ahead - Math.PI / 2 + Math.PI * (k + 1) / (corners + 1);
      px[start + k] = x + radius * Math.cos(angle);
      py[start + k] = y + radius * Math.sin(angle);
    }
  }

  private static double direction(double[] xs, double[] ys, int i) {
    int before = Math.max(0, i - 1);
    int after = Math.min(xs.length - 1, i + 1);
    return Math.atan2(ys[after] - ys[before], xs[after] - xs[before]);
  }
}
