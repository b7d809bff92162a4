package org.cleanplate.training.data.synthesis;

import org.cleanplate.training.data.image.FloatImage;

/** Noise in which every pixel is for itself. */
public final class WhiteNoise {
  private WhiteNoise() {}

  /** Planes of mean 0 and deviation 1, independent of each other. */
  public static FloatImage planes(Dice dice, int width, int height, int channels) {
    FloatImage image = FloatImage.zeros(width, height, channels);
    for (int c = 0; c < channels; c++) {
      int x = dice.below(NoiseTile.SIZE);
      int y = dice.below(NoiseTile.SIZE);
      NoiseTiles.WHITE.copy(image.values(), c * image.pixels(), width, height, x, y);
    }
    return image;
  }
}
