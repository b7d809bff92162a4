package org.cleanplate.samples;

import java.util.SplittableRandom;

/**
 * A pebble beach seen from above: rounded stones of many colours lit from the upper left, with sand
 * between them. The same seed gives the same beach.
 */
final class Ground {
  private static final double[][] STONES = {
    {0.62, 0.60, 0.56},
    {0.48, 0.50, 0.53},
    {0.72, 0.66, 0.56},
    {0.55, 0.47, 0.41},
    {0.40, 0.44, 0.46},
    {0.66, 0.58, 0.52},
    {0.76, 0.74, 0.70},
  };
  private static final double[] SAND = {0.36, 0.32, 0.27};

  private final long seed;
  private final double cellPixels;

  /**
   * @param cellPixels the mean distance between two stones
   */
  Ground(long seed, double cellPixels) {
    this.seed = seed;
    this.cellPixels = cellPixels;
  }

  /** The colour at a point, 0..1 for each of red, green and blue. */
  double[] colour(double x, double y) {
    double u = x / cellPixels + 0.25 * (value(x / 9, y / 9, 1) - 0.5);
    double v = y / cellPixels + 0.25 * (value(x / 9, y / 9, 2) - 0.5);
    int column = (int) Math.floor(u);
    int row = (int) Math.floor(v);
    double nearest = Double.MAX_VALUE;
    double second = Double.MAX_VALUE;
    long stone = 0;
    double offsetX = 0;
    double offsetY = 0;
    for (int j = row - 1; j <= row + 1; j++) {
      for (int i = column - 1; i <= column + 1; i++) {
        long cell = hash(i, j, 3);
        double dx = u - (i + 0.15 + 0.7 * unit(cell));
        double dy = v - (j + 0.15 + 0.7 * unit(cell * 31 + 7));
        double distance = Math.hypot(dx, dy);
        if (distance < nearest) {
          second = nearest;
          nearest = distance;
          stone = cell;
          offsetX = dx;
          offsetY = dy;
        } else if (distance < second) {
          second = distance;
        }
      }
    }
    double height = smooth(0.04, 0.34, second - nearest);
    double grain = 0.10 * (fractal(x, y) - 0.5) + 0.05 * (unit(hash((int) x, (int) y, 5)) - 0.5);
    double light = 0.74 + 0.30 * height - 0.30 * (offsetX + 0.8 * offsetY);
    double[] tint = STONES[(int) Long.remainderUnsigned(stone, STONES.length)];
    double[] colour = new double[3];
    for (int c = 0; c < 3; c++) {
      double solid = tint[c] * light + grain;
      double sand = SAND[c] * (0.8 + 0.5 * fractal(x * 3, y * 3)) + grain;
      colour[c] = Math.max(0, Math.min(1, sand + (solid - sand) * smooth(0, 0.25, height)));
    }
    return colour;
  }

  private double fractal(double x, double y) {
    return 0.5 * value(x / 16, y / 16, 11)
        + 0.3 * value(x / 7, y / 7, 12)
        + 0.2 * value(x / 3, y / 3, 13);
  }

  /** Smooth noise with one random value at each whole number, 0..1. */
  private double value(double x, double y, int layer) {
    int i = (int) Math.floor(x);
    int j = (int) Math.floor(y);
    double fx = smooth(0, 1, x - i);
    double fy = smooth(0, 1, y - j);
    double top = mix(unit(hash(i, j, layer)), unit(hash(i + 1, j, layer)), fx);
    double bottom = mix(unit(hash(i, j + 1, layer)), unit(hash(i + 1, j + 1, layer)), fx);
    return mix(top, bottom, fy);
  }

  private long hash(int i, int j, int layer) {
    return new SplittableRandom(seed + 0x9E3779B97F4A7C15L * i + 0xC2B2AE3D27D4EB4FL * j + layer)
        .nextLong();
  }

  private static double unit(long bits) {
    return (bits >>> 11) * 0x1p-53;
  }

  private static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }

  private static double smooth(double from, double to, double x) {
    double t = Math.max(0, Math.min(1, (x - from) / (to - from)));
    return t * t * (3 - 2 * t);
  }
}
