package org.cleanplate.fiji.studio.regions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import java.awt.Rectangle;
import java.util.Optional;
import java.util.Random;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelMaskTest {
  private static final int WIDTH = 37;
  private static final int HEIGHT = 23;

  @Test
  void equalsAnotherOfTheSamePixelsHoweverItWasMade() {
    PixelMask square = rectangle(3, 4, 5, 6);
    PixelMask halves = rectangle(3, 4, 2, 6).union(rectangle(5, 4, 3, 6));
    PixelMask cut = rectangle(0, 4, 8, 6).minus(rectangle(0, 0, 3, HEIGHT));
    assertEquals(square, halves);
    assertEquals(square, cut);
    assertEquals(square.hashCode(), cut.hashCode());
    assertEquals(new Rectangle(3, 4, 5, 6), cut.bounds());
    assertEquals(PixelMask.EMPTY, square.minus(square));
  }

  @Test
  void combinesAsSetsDo() {
    boolean[] a = noise(1, 0.5);
    boolean[] b = noise(2, 0.3);
    PixelMask union = mask(a).union(mask(b));
    PixelMask minus = mask(a).minus(mask(b));
    PixelMask both = mask(a).intersection(mask(b));
    for (int i = 0; i < a.length; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      assertEquals(a[i] || b[i], union.contains(x, y));
      assertEquals(a[i] && !b[i], minus.contains(x, y));
      assertEquals(a[i] && b[i], both.contains(x, y));
    }
    assertFalse(union.contains(-1, 0) || union.contains(0, HEIGHT));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.3, 0.5, 0.7, 0.98, 1})
  void outlineFilledAgainIsTheSamePixels(double density) {
    boolean[] pixels = noise(3, density);
    ByteProcessor filled = new ByteProcessor(WIDTH, HEIGHT);
    filled.setValue(255);
    filled.fill(mask(pixels).toRoi().orElseThrow());
    for (int i = 0; i < pixels.length; i++) {
      assertEquals(pixels[i], filled.get(i) != 0, i % WIDTH + ", " + i / WIDTH);
    }
  }

  @Test
  void nothingHasNoOutline() {
    assertEquals(Optional.empty(), PixelMask.EMPTY.toRoi());
  }

  @Test
  void takesTheInsideOfASelectionAsFarAsThePictureGoes() {
    PixelMask mask = PixelMask.of(new Roi(-5, 20, 10, 10), WIDTH, HEIGHT);
    assertEquals(new Rectangle(0, 20, 5, 3), mask.bounds());
    assertTrue(PixelMask.of(new OvalRoi(0, 0, 9, 9), WIDTH, HEIGHT).contains(4, 4));
  }

  @Test
  void refusesALine() {
    MattingException refused =
        assertThrows(
            MattingException.class, () -> PixelMask.of(new Line(0, 0, 5, 5), WIDTH, HEIGHT));
    assertTrue(refused.getMessage().contains("straight line without an inside"));
  }

  private static PixelMask rectangle(int x, int y, int width, int height) {
    return PixelMask.of(new Roi(x, y, width, height), WIDTH, HEIGHT);
  }

  private static boolean[] noise(int seed, double density) {
    Random random = new Random(seed);
    boolean[] pixels = new boolean[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextDouble() < density;
    }
    return pixels;
  }

  private static PixelMask mask(boolean[] pixels) {
    PixelMask.Builder mask = new PixelMask.Builder(new Rectangle(WIDTH, HEIGHT));
    for (int i = 0; i < pixels.length; i++) {
      if (pixels[i]) {
        mask.add(i / WIDTH, i % WIDTH, i % WIDTH + 1);
      }
    }
    return mask.build();
  }
}
