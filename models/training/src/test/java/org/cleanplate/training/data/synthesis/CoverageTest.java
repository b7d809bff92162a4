package org.cleanplate.training.data.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final int SIZE = 64;
  private final Coverage coverage = new Coverage(SIZE, SIZE);

  @Test
  void coversPartsOfPixelsExactly() {
    coverage.add(Outlines.box(10.25, 20.5, 12.5, 22));
    float[] pixels = drain();
    assertEquals(0.75 * 0.5, pixels[20 * SIZE + 10], 1e-6);
    assertEquals(0.5, pixels[20 * SIZE + 11], 1e-6);
    assertEquals(1, pixels[21 * SIZE + 11], 1e-6);
    assertEquals(0.5, pixels[21 * SIZE + 12], 1e-6);
    assertEquals(2.25 * 1.5, sum(pixels), 1e-5);
  }

  @Test
  void givesASlantedTriangleItsAreaInEachPixel() {
    coverage.add(Outlines.polygon(0, 0, 8, 0, 0, 4));
    float[] pixels = drain();
    assertEquals(16, sum(pixels), 1e-5);
    assertEquals(1, pixels[0], 1e-6);
    assertEquals(0.75, pixels[6], 1e-6);
    assertEquals(0.25, pixels[7], 1e-6);
  }

  @Test
  void givesAHalfPixelStrandItsArea() {
    double length = Math.hypot(40, 30);
    coverage.add(
        Ribbon.square(new double[] {10, 50}, new double[] {12, 42}, new double[] {0.25, 0.25}));
    assertEquals(0.5 * length, sum(drain()), 1e-4);
  }

  @Test
  void countsOverlapsOnceAndCutsHoles() {
    coverage.add(Outlines.box(10, 10, 30, 30));
    coverage.add(Outlines.box(20, 10, 40, 30));
    coverage.cut(Outlines.box(12, 12, 14, 14));
    assertEquals(30 * 20 - 4, sum(drain()), 1e-4);
  }

  @Test
  void clipsWhatLeavesThePicture() {
    coverage.add(Outlines.ellipse(0, SIZE, 20, 20, 0));
    double quarter = Math.PI * 400 / 4;
    assertEquals(quarter, sum(drain()), quarter * 0.005);
    assertEquals(0, sum(drain()), "left over after draining");
  }

  private float[] drain() {
    float[] pixels = new float[SIZE * SIZE];
    coverage.drain(
        (y, from, to, row) -> System.arraycopy(row, from, pixels, y * SIZE + from, to - from));
    return pixels;
  }

  private static double sum(float[] pixels) {
    double sum = 0;
    for (float pixel : pixels) {
      sum += pixel;
    }
    return sum;
  }
}
