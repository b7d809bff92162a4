package org.cleanplate.training.data.synthesis;

/**
 * A surface and how light meets it.
 *
 * @param texture its own colour
 * @param roundness how strongly it bulges towards its middle; 0 is a sheet of paper
 * @param folds depth of creases and bumps
 * @param foldPixels their size
 * @param shine strength of the highlight, 0..1
 * @param hardness of the highlight; larger is smaller and sharper
 * @param opacity share of what is behind that it hides, 0..1
 */
record Material(
    Texture texture,
    double roundness,
    double folds,
    double foldPixels,
    double shine,
    double hardness,
    double opacity) {

  static Material skin(Dice dice, double size, Rgb color) {
    Texture texture =
        Texture.plain(color)
            .mottled(
                Noise.place(dice, NoiseTiles.FRACTAL.get(1), size * 2), dice.between(0.01, 0.07))
            .mottled(Noise.place(dice, NoiseTiles.FRACTAL.get(3), dice.logBetween(100, 400)), 0.02);
    return new Material(
        texture,
        dice.between(0.6, 1.4),
        0.1,
        size,
        dice.between(0, 0.35),
        dice.logBetween(4, 20),
        1);
  }

  /** Cloth with folds. */
  static Material cloth(Dice dice, double size, Texture texture) {
    double folds = dice.logBetween(0.08, 0.9);
    return new Material(
        texture, dice.between(0.4, 1.2), folds, size * dice.logBetween(0.7, 3), 0.03, 4, 1);
  }

  /** Anything manufactured: matt to glossy. */
  static Material hard(Dice dice, double size, Texture texture) {
    double shine = dice.chance(0.6) ? dice.between(0, 1) : 0;
    return new Material(
        texture, dice.between(0, 1.6), dice.unit() * 0.08, size, shine, dice.logBetween(6, 120), 1);
  }

  static Material any(Dice dice, double size) {
    Texture texture = Textures.any(dice, size);
    return dice.chance(0.5) ? cloth(dice, size, texture) : hard(dice, size, texture);
  }

  /** The same turned away from the light, or towards it. */
  Material dimmed(double factor) {
    return new Material(
        texture.times(factor), roundness, folds, foldPixels, shine * 0.3, hardness, opacity);
  }

  Material withOpacity(double wanted) {
    return new Material(texture, roundness, folds, foldPixels, shine, hardness, wanted);
  }

  Material withRoundness(double wanted) {
    return new Material(texture, wanted, folds, foldPixels, shine, hardness, opacity);
  }
}
