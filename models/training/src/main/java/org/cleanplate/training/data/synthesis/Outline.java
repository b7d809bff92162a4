package org.cleanplate.training.data.synthesis;

/**
 * A closed polygon, in pixels, whose area lies on one and the same side of its border.
 *
 * @param xs of the corners
 * @param ys of the corners
 */
record Outline(double[] xs, double[] ys) {

  int corners() {
    return xs.length;
  }

  double x(int corner) {
    return xs[Math.floorMod(corner, xs.length)];
  }

  double y(int corner) {
    return ys[Math.floorMod(corner, ys.length)];
  }

  /** Positive if the corners run clockwise as the picture is seen. */
  double signedArea() {
    double twice = 0;
    for (int i = 0; i < xs.length; i++) {
      twice += x(i) * y(i + 1) - x(i + 1) * y(i);
    }
    return twice / 2;
  }

  double centerX() {
    return mean(xs);
  }

  double centerY() {
    return mean(ys);
  }

  double perimeter() {
    double length = 0;
    for (int i = 0; i < xs.length; i++) {
      length += Math.hypot(x(i + 1) - x(i), y(i + 1) - y(i));
    }
    return length;
  }

  Outline turned(double angle, double aroundX, double aroundY) {
    double[] turnedXs = new double[xs.length];
    double[] turnedYs = new double[xs.length];
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (int i = 0; i < xs.length; i++) {
      turnedXs[i] = aroundX + cos * (xs[i] - aroundX) - sin * (ys[i] - aroundY);
      turnedYs[i] = aroundY + sin * (xs[i] - aroundX) + cos * (ys[i] - aroundY);
    }
    return new Outline(turnedXs, turnedYs);
  }

  /** Left and right exchanged about an upright axis. */
  Outline mirrored(double axisX) {
    double[] mirroredXs = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      mirroredXs[i] = 2 * axisX - xs[i];
    }
    return new Outline(mirroredXs, ys);
  }

  /** Grown or shrunk towards its middle. */
  Outline scaled(double factorX, double factorY) {
    double middleX = centerX();
    double middleY = centerY();
    double[] scaledXs = new double[xs.length];
    double[] scaledYs = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      scaledXs[i] = middleX + factorX * (xs[i] - middleX);
      scaledYs[i] = middleY + factorY * (ys[i] - middleY);
    }
    return new Outline(scaledXs, scaledYs);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
