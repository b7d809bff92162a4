package org.cleanplate.fiji.training;

import java.util.Arrays;

/**
 * Numbers over steps.
 *
 * @param steps rising
 * @param values one for each step
 */
record Curve(double[] steps, double[] values) {
  static final Curve EMPTY = new Curve(new double[0], new double[0]);

  int length() {
    return steps.length;
  }

  double lastStep() {
    return steps.length == 0 ? 0 : steps[steps.length - 1];
  }

  double largestValue() {
    return Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
  }

  /** By content. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Curve curve
        && Arrays.equals(steps, curve.steps)
        && Arrays.equals(values, curve.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(steps) + Arrays.hashCode(values);
  }
}
