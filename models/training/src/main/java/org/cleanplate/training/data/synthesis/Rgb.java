package org.cleanplate.training.data.synthesis;

/** A colour; each part 0..1. */
record Rgb(float red, float green, float blue) {
  static final Rgb BLACK = new Rgb(0, 0, 0);

  static Rgb of(double red, double green, double blue) {
    return new Rgb(clamp(red), clamp(green), clamp(blue));
  }

  static Rgb gray(double value) {
    return of(value, value, value);
  }

  Rgb times(double factor) {
    return of(red * factor, green * factor, blue * factor);
  }

  Rgb mix(Rgb other, double share) {
    return of(
        red + (other.red - red) * share,
        green + (other.green - green) * share,
        blue + (other.blue - blue) * share);
  }

  /** The same with each part moved at random. */
  Rgb near(Dice dice, double deviation) {
    return of(
        red + dice.normal(deviation),
        green + dice.normal(deviation),
        blue + dice.normal(deviation));
  }

  private static float clamp(double value) {
    return (float) Math.max(0, Math.min(1, value));
  }
}
