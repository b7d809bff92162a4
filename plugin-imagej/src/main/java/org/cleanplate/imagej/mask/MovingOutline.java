package org.cleanplate.imagej.mask;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.FloatPolygon;

/**
 * An outline on its way from one shape to another: both are walked round in as many steps, starting
 * where they lie closest, and each point moves straight to its counterpart.
 */
final class MovingOutline {
  private static final int POINTS = 256;

  private MovingOutline() {}

  /**
   * The shape in between.
   *
   * @param along 0 for the first, 1 for the second; shapes of several pieces stay until 1
   */
  static Roi between(Roi first, Roi second, double along) {
    if (first.getType() == Roi.COMPOSITE || second.getType() == Roi.COMPOSITE) {
      return first;
    }
    FloatPolygon a = evenly(first);
    FloatPolygon b = closest(evenly(second), a);
    float[] xs = new float[POINTS];
    float[] ys = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      xs[i] = (float) (a.xpoints[i] + along * (b.xpoints[i] - a.xpoints[i]));
      ys[i] = (float) (a.ypoints[i] + along * (b.ypoints[i] - a.ypoints[i]));
    }
    return new PolygonRoi(xs, ys, POINTS, Roi.POLYGON);
  }

  /** Points at even distances along the closed outline, clockwise. */
  private static FloatPolygon evenly(Roi roi) {
    FloatPolygon outline = roi.getFloatPolygon();
    double step = length(outline) / POINTS;
    float[] xs = new float[POINTS];
    float[] ys = new float[POINTS];
    int from = 0;
    double passed = 0;
    double side = distance(outline, 0);
    for (int i = 0; i < POINTS; i++) {
      while (passed + side < i * step && from < outline.npoints - 1) {
        passed += side;
        from++;
        side = distance(outline, from);
      }
      int to = (from + 1) % outline.npoints;
      float part = side == 0 ? 0 : (float) Math.min(1, (i * step - passed) / side);
      xs[i] = outline.xpoints[from] + part * (outline.xpoints[to] - outline.xpoints[from]);
      ys[i] = outline.ypoints[from] + part * (outline.ypoints[to] - outline.ypoints[from]);
    }
    return clockwise(new FloatPolygon(xs, ys, POINTS));
  }

  private static double length(FloatPolygon outline) {
    double length = 0;
    for (int i = 0; i < outline.npoints; i++) {
      length += distance(outline, i);
    }
    return length;
  }

  private static double distance(FloatPolygon outline, int from) {
    int to = (from + 1) % outline.npoints;
    return Math.hypot(
        outline.xpoints[to] - outline.xpoints[from], outline.ypoints[to] - outline.ypoints[from]);
  }

  private static FloatPolygon clockwise(FloatPolygon outline) {
    double area = 0;
    for (int i = 0; i < POINTS; i++) {
      int next = (i + 1) % POINTS;
      area +=
          (double) outline.xpoints[i] * outline.ypoints[next]
              - (double) outline.xpoints[next] * outline.ypoints[i];
    }
    return area >= 0 ? outline : turned(outline, 0, -1);
  }

  /** The second outline starting at the point from which it lies closest to the first. */
  private static FloatPolygon closest(FloatPolygon second, FloatPolygon first) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int start = 0; start < POINTS; start++) {
      double sum = 0;
      for (int i = 0; i < POINTS && sum < least; i++) {
        int k = (start + i) % POINTS;
        double dx = second.xpoints[k] - first.xpoints[i];
        double dy = second.ypoints[k] - first.ypoints[i];
        sum += dx * dx + dy * dy;
      }
      if (sum < least) {
        least = sum;
        best = start;
      }
    }
    return turned(second, best, 1);
  }

  private static FloatPolygon turned(FloatPolygon outline, int start, int step) {
    float[] xs = new float[POINTS];
    float[] ys = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      int k = Math.floorMod(start + i * step, POINTS);
      xs[i] = outline.xpoints[k];
      ys[i] = outline.ypoints[k];
    }
    return new FloatPolygon(xs, ys, POINTS);
  }
}
