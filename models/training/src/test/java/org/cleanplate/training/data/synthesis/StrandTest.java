package org.cleanplate.training.data.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StrandTest {
  private static final int SIZE = 80;

  /** A straight hair that tapers from 0.8 to 0 pixels over 50 has the area 20. */
  @Test
  void hasTheAlphaOfItsArea() {
    Painter painter = new Painter(SIZE, SIZE, Dice.of(1));
    painter.strand(
        new Strand(
            new double[] {10, 40},
            new double[] {15, 55},
            new double[] {0.4, 0},
            Rgb.gray(0.2),
            Rgb.gray(0.8),
            1));
    assertEquals(20, sum(painter.canvas.alpha), 0.01);
    for (float alpha : painter.canvas.alpha) {
      assertTrue(alpha <= 0.95, "no pixel is covered by a hair thinner than a pixel");
    }
  }

  @Test
  void runsFromTheColourOfItsRootToThatOfItsTip() {
    Painter painter = new Painter(SIZE, SIZE, Dice.of(1));
    painter.strand(
        new Strand(
            new double[] {5, 75},
            new double[] {40.5, 40.5},
            new double[] {1, 1},
            Rgb.gray(0.2),
            Rgb.gray(0.8),
            1));
    assertEquals(0.2, painter.canvas.red[40 * SIZE + 6], 0.03);
    assertEquals(0.5, painter.canvas.red[40 * SIZE + 40], 0.03);
    assertEquals(0.8, painter.canvas.red[40 * SIZE + 74], 0.03);
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
