package org.cleanplate.training.data.synthesis;

/** Random values over a picture: about mean 0 and deviation 1, a function of the place. */
@FunctionalInterface
public interface Field {

  float at(float x, float y);

  /** Changes slowly, over about a part of {@code sizePixels}. */
  static Field smooth(Dice dice, double sizePixels) {
    return Noise.place(dice, NoiseTiles.SMOOTH, sizePixels)::at;
  }
}
