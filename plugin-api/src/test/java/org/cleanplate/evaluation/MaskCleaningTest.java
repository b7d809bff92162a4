package org.cleanplate.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskCleaningTest {
  private static final int WIDTH = 23;
  private static final int HEIGHT = 17;

  @Test
  void theBoxMeanIsTheMeanOfThePartInsideThePicture() {
    Random random = new Random(5);
    float[] values = new float[WIDTH * HEIGHT];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    for (int radius : new int[] {0, 1, 4, 40}) {
      float[] found = new BoxMean(WIDTH, HEIGHT, radius).of(values);
      for (int i = 0; i < values.length; i++) {
        double expected = meanRound(values, i % WIDTH, i / WIDTH, radius);
        assertEquals(expected, found[i], 1e-5, "pixel " + i + ", radius " + radius);
      }
    }
  }

  @Test
  void closingBridgesGapsAndOpeningDropsSpecks() {
    boolean[] pixels = new boolean[WIDTH * HEIGHT];
    fill(pixels, 4, 4, 14, 12);
    pixels[8 * WIDTH + 9] = false;
    pixels[2 * WIDTH + 20] = true;
    BinaryMask mask = new BinaryMask(WIDTH, HEIGHT, pixels);
    assertTrue(mask.closed(1).pixels()[8 * WIDTH + 9], "the gap is bridged");
    assertFalse(mask.opened(1).pixels()[2 * WIDTH + 20], "the speck is gone");
    assertTrue(mask.opened(1).pixels()[4 * WIDTH + 4], "the corner stays");
  }

  @Test
  void holesAreFilledBaysAreNot() {
    boolean[] pixels = new boolean[WIDTH * HEIGHT];
    fill(pixels, 2, 2, 20, 15);
    pixels[8 * WIDTH + 10] = false;
    for (int y = 0; y < 6; y++) {
      pixels[y * WIDTH + 5] = false;
    }
    boolean[] filled = new BinaryMask(WIDTH, HEIGHT, pixels).withoutHoles().pixels();
    boolean[] expected = pixels.clone();
    expected[8 * WIDTH + 10] = true;
    assertArrayEquals(expected, filled);
  }

  @Test
  void theGuidedFilterKeepsAMapThatFollowsItsGuide() {
    float[] guide = new float[WIDTH * HEIGHT];
    for (int i = 0; i < guide.length; i++) {
      guide[i] = i % WIDTH < 11 ? 0.1f : 0.9f;
    }
    float[] map = new float[guide.length];
    for (int i = 0; i < map.length; i++) {
      map[i] = guide[i] > 0.5f ? 1 : 0;
    }
    float[] found = new GuidedFilter(guide, WIDTH, HEIGHT, 3, 1e-6).of(map);
    assertArrayEquals(map, found, 1e-3f);
  }

  private static void fill(boolean[] pixels, int left, int top, int right, int bottom) {
    for (int y = top; y < bottom; y++) {
      Arrays.fill(pixels, y * WIDTH + left, y * WIDTH + right, true);
    }
  }

  private static double meanRound(float[] values, int x, int y, int radius) {
    double sum = 0;
    int count = 0;
    for (int j = Math.max(0, y - radius); j <= Math.min(HEIGHT - 1, y + radius); j++) {
      for (int i = Math.max(0, x - radius); i <= Math.min(WIDTH - 1, x + radius); i++) {
        sum += values[j * WIDTH + i];
        count++;
      }
    }
    return sum / count;
  }
}
