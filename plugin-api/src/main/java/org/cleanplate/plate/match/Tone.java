package org.cleanplate.plate.match;

/**
 * How one channel of a plate has to be changed to have the light of a frame: a value {@code v}
 * becomes {@code v g(x, y) + offset}. The gain {@code g} is a polynomial of degree 0 or 2 in the
 * place, which runs from -1 to 1 along each side of the picture.
 */
final class Tone {
  /** Leaves every value as it is. */
  static final Tone IDENTITY = new Tone(new double[] {1, 0});

  /** Terms of a gain of degree 0, and of degree 2: 1, x, y, x², xy, y². */
  private static final int FIELD_TERMS = 6;

  private final double[] coefficients;

  private Tone(double[] coefficients) {
    this.coefficients = coefficients;
  }

  /** Of the gain's coefficients and, last, the offset. */
  static Tone of(double[] coefficients) {
    return new Tone(coefficients.clone());
  }

  static Tone gain(double gain) {
    return new Tone(new double[] {gain, 0});
  }

  /** How many numbers a tone has. */
  static int terms(MatchMode mode) {
    return 1 + (mode == MatchMode.GAIN ? 1 : FIELD_TERMS);
  }

  /** What the numbers of a tone are multiplied by to give the value at a place. */
  static void basis(double value, double x, double y, double[] target) {
    target[0] = value;
    if (target.length > 2) {
      target[1] = value * x;
      target[2] = value * y;
      target[3] = value * x * x;
      target[4] = value * x * y;
      target[5] = value * y * y;
    }
    target[target.length - 1] = 1;
  }

  /** The gain at a place. */
  double gainAt(double x, double y) {
    double[] c = coefficients;
    return isUniform()
        ? c[0]
        : c[0] + c[1] * x + c[2] * y + c[3] * x * x + c[4] * x * y + c[5] * y * y;
  }

  boolean isUniform() {
    return coefficients.length == 2;
  }

  double offset() {
    return coefficients[coefficients.length - 1];
  }

  double apply(double value, double x, double y) {
    return value * gainAt(x, y) + offset();
  }
}
