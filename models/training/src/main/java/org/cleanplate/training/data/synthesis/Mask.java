package org.cleanplate.training.data.synthesis;

import java.util.Arrays;
import org.cleanplate.training.data.image.FloatImage;

/** Rows of coverage gathered over a canvas, and the box that holds them. Reused. */
final class Mask {
  private final int width;
  private final int height;
  private final float[] values;
  private int left;
  private int right;
  private int top;
  private int bottom;

  Mask(int width, int height) {
    this.width = width;
    this.height = height;
    values = new float[width * height];
    forget();
  }

  void row(int y, int from, int to, float[] row) {
    System.arraycopy(row, from, values, y * width + from, to - from);
    left = Math.min(left, from);
    right = Math.max(right, to);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }

  boolean isEmpty() {
    return left >= right || top >= bottom;
  }

  /** Hands out what was gathered, with a margin where the canvas has one, and starts anew. */
  Piece take(int margin) {
    int x0 = Math.max(0, left - margin);
    int y0 = Math.max(0, top - margin);
    FloatImage image =
        FloatImage.zeros(
            Math.min(width, right + margin) - x0, Math.min(height, bottom + margin) - y0, 1);
    for (int y = 0; y < image.height(); y++) {
      int row = (y + y0) * width;
      System.arraycopy(values, row + x0, image.values(), y * image.width(), image.width());
      Arrays.fill(values, row + x0, row + x0 + image.width(), 0);
    }
    forget();
    return new Piece(image, x0, y0);
  }

  private void forget() {
    left = width;
    right = 0;
    top = height;
    bottom = 0;
  }

  /**
   * A part of a canvas.
   *
   * @param coverage one plane
   * @param left of the part on the canvas
   * @param top of the part on the canvas
   */
  record Piece(FloatImage coverage, int left, int top) {}
}
