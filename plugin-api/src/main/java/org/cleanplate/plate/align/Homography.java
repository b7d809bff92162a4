package org.cleanplate.plate.align;

import org.cleanplate.frame.Coverage;
import org.cleanplate.frame.Coverage.Border;

/**
 * A projective map of the plane, in pixels whose centres have whole coordinates: {@code (x, y)}
 * goes to {@code (xx x + xy y + x1, yx x + yy y + y1) / (wx x + wy y + w1)}. Translations and
 * affine maps are among them.
 */
public record Homography(
    double xx,
    double xy,
    double x1,
    double yx,
    double yy,
    double y1,
    double wx,
    double wy,
    double w1) {

  /** Leaves every point where it is. */
  public static final Homography IDENTITY = new Homography(1, 0, 0, 0, 1, 0, 0, 0, 1);

  /** From the nine numbers of its matrix, row by row. */
  public static Homography of(double... rows) {
    return new Homography(
        rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6], rows[7], rows[8]);
  }

  /** The nine numbers of its matrix, row by row. */
  public double[] rows() {
    return new double[] {xx, xy, x1, yx, yy, y1, wx, wy, w1};
  }

  /** Where {@code (x, y)} goes: its two new coordinates. */
  public double[] apply(double x, double y) {
    double w = depth(x, y);
    return new double[] {(xx * x + xy * y + x1) / w, (yx * x + yy * y + y1) / w};
  }

  /** The same map for pictures whose sides are so many times longer. */
  Homography enlarged(double across, double down) {
    return resizing(across, down).after(this).after(resizing(1 / across, 1 / down));
  }

  /** A pixel's centre lies half a pixel from its corner, at either size. */
  private static Homography resizing(double across, double down) {
    return new Homography(across, 0, (across - 1) / 2, 0, down, (down - 1) / 2, 0, 0, 1);
  }

  /** The way back. */
  Homography inverse() {
    // The adjugate is the inverse but for a factor, which a projective map does not have.
    return new Homography(
        yy * w1 - y1 * wy,
        x1 * wy - xy * w1,
        xy * y1 - x1 * yy,
        y1 * wx - yx * w1,
        xx * w1 - x1 * wx,
        x1 * yx - xx * y1,
        yx * wy - yy * wx,
        xy * wx - xx * wy,
        xx * yy - xy * yx);
  }

  /** This map applied to what {@code first} gives. */
  Homography after(Homography first) {
    double[] a = rows();
    double[] b = first.rows();
    double[] product = new double[9];
    for (int i = 0; i < 9; i++) {
      int row = i / 3 * 3;
      int column = i % 3;
      product[i] = a[row] * b[column] + a[row + 1] * b[3 + column] + a[row + 2] * b[6 + column];
    }
    return of(product);
  }

  /**
   * Of what lies where this sends its pixels, the part that holds picture.
   *
   * @param there what holds picture where the pixels are sent; none of them beyond the horizon
   */
  Coverage covered(Coverage there) {
    return new Coverage(there.borders().stream().map(this::before).toList());
  }

  /** A line is one again, and the depth is a factor: all that counts of it is its sign. */
  private Border before(Border there) {
    double side = Math.signum(w1);
    return new Border(
        side * (there.across() * xx + there.down() * yx + there.offset() * wx),
        side * (there.across() * xy + there.down() * yy + there.offset() * wy),
        side * (there.across() * x1 + there.down() * y1 + there.offset() * w1));
  }

  /** How far this moves a point of the picture on average, over a grid of nine. */
  double meanShift(int width, int height) {
    double sum = 0;
    for (int i = 0; i < 9; i++) {
      double x = (i % 3) * (width - 1) / 2.0;
      double y = (i / 3) * (height - 1) / 2.0;
      double[] moved = apply(x, y);
      sum += Math.hypot(moved[0] - x, moved[1] - y);
    }
    return sum / 9;
  }

  /** The largest distance between where this and {@code other} send a corner of the picture. */
  double largestCornerDistance(Homography other, int width, int height) {
    double largest = 0;
    for (double[] corner : corners(width, height)) {
      double[] here = apply(corner[0], corner[1]);
      double[] there = other.apply(corner[0], corner[1]);
      largest = Math.max(largest, Math.hypot(here[0] - there[0], here[1] - there[1]));
    }
    return largest;
  }

  /**
   * Whether the picture keeps its side up and its corners convex, so that nothing is mirrored,
   * folded or sent through the horizon.
   */
  boolean keepsShape(int width, int height) {
    double[][] corners = corners(width, height);
    double[][] moved = new double[4][];
    for (int i = 0; i < 4; i++) {
      double depth = depth(corners[i][0], corners[i][1]);
      if (!(depth * w1 > 0)) {
        return false;
      }
      moved[i] = apply(corners[i][0], corners[i][1]);
    }
    for (int i = 0; i < 4; i++) {
      double[] a = moved[i];
      double[] b = moved[(i + 1) % 4];
      double[] c = moved[(i + 2) % 4];
      double turn = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
      if (!(turn > 0)) {
        return false;
      }
    }
    return true;
  }

  private double depth(double x, double y) {
    return wx * x + wy * y + w1;
  }

  private static double[][] corners(int width, int height) {
    return new double[][] {{0, 0}, {width - 1, 0}, {width - 1, height - 1}, {0, height - 1}};
  }
}
