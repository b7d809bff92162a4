package org.cleanplate.training.data.synthesis;

/** A noise tile seen at a place, under an angle and a scale: about mean 0 and deviation 1. */
record Noise(NoiseTile tile, float xx, float xy, float yx, float yy, float x0, float y0) {

  /**
   * Places a tile at random.
   *
   * @param featurePixels the length of a tile's side on the picture
   * @param stretch over 1 draws it out along {@code angle}
   */
  static Noise place(
      Dice dice, NoiseTile tile, double featurePixels, double angle, double stretch) {
    double along = NoiseTile.SIZE / featurePixels / Math.sqrt(stretch);
    double across = NoiseTile.SIZE / featurePixels * Math.sqrt(stretch);
    return new Noise(
        tile,
        (float) (Math.cos(angle) * along),
        (float) (Math.sin(angle) * along),
        (float) (-Math.sin(angle) * across),
        (float) (Math.cos(angle) * across),
        (float) dice.between(0, NoiseTile.SIZE),
        (float) dice.between(0, NoiseTile.SIZE));
  }

  static Noise place(Dice dice, NoiseTile tile, double featurePixels) {
    return place(
        dice, tile, featurePixels, dice.angle(), dice.chance(0.3) ? dice.logBetween(1, 5) : 1);
  }

  float at(float x, float y) {
    return tile.at(xx * x + xy * y + x0, yx * x + yy * y + y0);
  }
}
