package org.cleanplate.training.data.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.synthesis.Dice;
import org.junit.jupiter.api.Test;

class PairTest {
  private static final int SIZE = 40;

  @Test
  void mergesForegroundAndSceneByAlpha() {
    FloatImage foreground = noise(1, 3);
    FloatImage alpha = noise(2, 1);
    FloatImage scene = noise(3, 3);
    Pair pair = new Pair(foreground, alpha, scene);
    pair.merge();
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < SIZE * SIZE; i++) {
        double a = alpha.values()[i];
        int at = c * SIZE * SIZE + i;
        double expected = a * foreground.values()[at] + (1 - a) * scene.values()[at];
        assertEquals(expected, pair.source.values()[at], 1e-6);
      }
    }
  }

  @Test
  void findsTheForegroundThatWasMerged() {
    FloatImage foreground = noise(1, 3);
    FloatImage alpha = noise(2, 1);
    Pair pair = new Pair(foreground, alpha, noise(3, 3));
    pair.merge();
    FloatImage found = RealPair.foreground(pair.source, pair.plate, alpha);
    for (int i = 0; i < 3 * SIZE * SIZE; i++) {
      if (alpha.values()[i % (SIZE * SIZE)] > 0.05) {
        assertEquals(foreground.values()[i], found.values()[i], 1e-4);
      }
    }
  }

  private static FloatImage noise(long seed, int channels) {
    FloatImage image = FloatImage.zeros(SIZE, SIZE, channels);
    Dice dice = Dice.of(seed);
    for (int i = 0; i < image.values().length; i++) {
      image.values()[i] = (float) dice.unit();
    }
    return image;
  }
}
