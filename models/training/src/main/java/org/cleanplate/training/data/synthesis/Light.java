package org.cleanplate.training.data.synthesis;

/**
 * The light of a scene.
 *
 * @param x towards the light, to the right
 * @param y towards the light, down
 * @param z towards the light, out of the picture
 * @param ambient the share that comes from everywhere, 0..1
 * @param color of the direct light
 */
record Light(double x, double y, double z, double ambient, Rgb color) {

  static Light any(Dice dice) {
    double angle = dice.chance(0.7) ? dice.between(-Math.PI, 0) : dice.angle();
    double tilt = dice.between(0.2, 1.2);
    double warmth = dice.normal(0.06);
    return new Light(
        Math.cos(angle) * Math.sin(tilt),
        Math.sin(angle) * Math.sin(tilt),
        Math.cos(tilt),
        dice.between(0.25, 0.8),
        Rgb.of(0.94 + warmth, 0.94, 0.94 - warmth));
  }
}
