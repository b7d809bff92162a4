package org.cleanplate.training.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageOperationsTest {
  private static final int SIZE = 65;

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1.5, 3, 6})
  void blursAPointToAGaussianOfThatSpread(double sigma) {
    FloatImage image = FloatImage.zeros(SIZE, SIZE, 1);
    image.values()[SIZE * (SIZE / 2) + SIZE / 2] = 1;
    FloatImage blurred = Blur.gaussian(image, sigma);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < image.pixels(); i++) {
      double away = i % SIZE - SIZE / 2;
      sum += blurred.values()[i];
      squares += away * away * blurred.values()[i];
    }
    assertEquals(1, sum, 1e-4);
    assertEquals(sigma, Math.sqrt(squares), 0.08 * sigma);
  }

  @Test
  void leavesAPictureAsItIsUnderTheIdentity() {
    FloatImage ramp = ramp();
    FloatImage same = Warp.affine(ramp, Affine.IDENTITY, SIZE, SIZE, Border.ZERO);
    assertArrayEquals(ramp.values(), same.values());
  }

  @Test
  void readsBetweenPixelsAlongALine() {
    Affine shift = new Affine(1, 0, 0.25, 0, 1, 0);
    FloatImage moved = Warp.affine(ramp(), shift, SIZE, SIZE, Border.REPLICATE);
    assertEquals((20 + 0.25) / SIZE, moved.get(0, 20, 30), 1e-6);
  }

  @Test
  void mirrorsAboutTheMiddle() {
    Affine mirror = Affine.view(SIZE / 2.0, SIZE / 2.0, SIZE, SIZE, 1, 0, true);
    FloatImage mirrored = Warp.affine(ramp(), mirror, SIZE, SIZE, Border.ZERO);
    assertEquals(ramp().get(0, 10, 5), mirrored.get(0, SIZE - 11, 5), 1e-6);
  }

  @Test
  void chainsMaps() {
    Affine first = Affine.view(3, 4, 10, 20, 1.5, 0.3, true);
    Affine second = Affine.shear(0.2, 20);
    Affine both = first.after(second);
    double x = second.x(7, 8);
    double y = second.y(7, 8);
    assertEquals(first.x(x, y), both.x(7, 8), 1e-9);
    assertEquals(first.y(x, y), both.y(7, 8), 1e-9);
  }

  @Test
  void reducesToMeans() {
    FloatImage image = new FloatImage(4, 2, 1, new float[] {1, 2, 3, 4, 5, 6, 7, 9});
    assertArrayEquals(new float[] {3.5f, 5.75f}, Scale.halve(image).values());
  }

  /** What is painted keeps its colour; what is not takes the nearest. */
  @Test
  void fillsWhatIsNotPainted() {
    FloatImage painted = FloatImage.zeros(8, 8, 4);
    for (int y = 0; y < 8; y++) {
      painted.values()[8 * y] = 0.25f;
      painted.values()[3 * 64 + 8 * y] = 0.5f;
    }
    FloatImage filled = Fill.straighten(painted);
    assertEquals(0.5, filled.get(0, 0, 3), 1e-6);
    assertEquals(0.5, filled.get(0, 7, 3), 1e-6);
    assertEquals(0, filled.get(3, 7, 3));
  }

  private static FloatImage ramp() {
    FloatImage image = FloatImage.zeros(SIZE, SIZE, 1);
    for (int i = 0; i < image.pixels(); i++) {
      image.values()[i] = (i % SIZE) / (float) SIZE;
    }
    return image;
  }
}
