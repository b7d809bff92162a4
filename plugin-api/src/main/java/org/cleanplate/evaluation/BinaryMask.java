package org.cleanplate.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A mask and the morphology that cleans it, by squares.
 *
 * @param pixels rows from top to bottom
 */
record BinaryMask(int width, int height, boolean[] pixels) {

  static BinaryMask above(float[] values, int width, int height, float threshold) {
    boolean[] pixels = new boolean[values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = values[i] > threshold;
    }
    return new BinaryMask(width, height, pixels);
  }

  /** Gaps of up to twice the radius are bridged. */
  BinaryMask closed(int radius) {
    return grown(radius).shrunk(radius);
  }

  /** Specks of up to twice the radius are gone. */
  BinaryMask opened(int radius) {
    return shrunk(radius).grown(radius);
  }

  /** What does not reach the border of the picture through unset pixels is set. */
  BinaryMask withoutHoles() {
    boolean[] outside = new boolean[pixels.length];
    Deque<Integer> open = new ArrayDeque<>();
    for (int x = 0; x < width; x++) {
      visit(x, outside, open);
      visit((height - 1) * width + x, outside, open);
    }
    for (int y = 0; y < height; y++) {
      visit(y * width, outside, open);
      visit(y * width + width - 1, outside, open);
    }
    while (!open.isEmpty()) {
      int pixel = open.pop();
      int x = pixel % width;
      visit(x > 0 ? pixel - 1 : pixel, outside, open);
      visit(x < width - 1 ? pixel + 1 : pixel, outside, open);
      visit(pixel >= width ? pixel - width : pixel, outside, open);
      visit(pixel < width * (height - 1) ? pixel + width : pixel, outside, open);
    }
    return new BinaryMask(width, height, outside).inverted();
  }

  private void visit(int pixel, boolean[] outside, Deque<Integer> open) {
    if (!pixels[pixel] && !outside[pixel]) {
      outside[pixel] = true;
      open.push(pixel);
    }
  }

  float[] toFloats() {
    float[] values = new float[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = pixels[i] ? 1 : 0;
    }
    return values;
  }

  private BinaryMask inverted() {
    boolean[] inverted = new boolean[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      inverted[i] = !pixels[i];
    }
    return new BinaryMask(width, height, inverted);
  }

  /** A pixel stays set if all of the square round it are. */
  BinaryMask shrunk(int radius) {
    return inverted().grown(radius).inverted();
  }

  /** A pixel is set if any of the square round it is. */
  private BinaryMask grown(int radius) {
    return above(new BoxMean(width, height, radius).of(toFloats()), width, height, 1e-6f);
  }
}
