package org.cleanplate.network.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class BilinearAxisTest {

  @Test
  void takesTheMiddleOfEachPairWhenHalving() {
    BilinearAxis axis = BilinearAxis.of(6, 3);
    assertArrayEquals(new long[] {0, 2, 4}, axis.first());
    assertArrayEquals(new long[] {1, 3, 5}, axis.second());
    assertArrayEquals(new float[] {0.5f, 0.5f, 0.5f}, axis.share());
  }

  @Test
  void staysWithinThePictureWhenEnlarging() {
    BilinearAxis axis = BilinearAxis.of(2, 4);
    assertArrayEquals(new long[] {0, 0, 0, 1}, axis.first());
    assertArrayEquals(new long[] {1, 1, 1, 1}, axis.second());
    assertArrayEquals(new float[] {0, 0.25f, 0.75f, 0.25f}, axis.share());
  }

  @Test
  void keepsThePixelsOfAnUnchangedSize() {
    BilinearAxis axis = BilinearAxis.of(3, 3);
    assertArrayEquals(new long[] {0, 1, 2}, axis.first());
    assertArrayEquals(new float[3], axis.share());
  }

  @Test
  void repeatsSharesForEachChannel() {
    assertArrayEquals(
        new float[] {0, 0, 0.25f, 0.25f, 0.75f, 0.75f, 0.25f, 0.25f},
        BilinearAxis.of(2, 4).sharesRepeated(2));
  }
}
