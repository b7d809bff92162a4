package org.cleanplate.training.data.image;

import java.util.Arrays;

/**
 * Planes of floats, one after the other, rows from top to bottom. Mutable: who holds it decides who
 * writes.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels number of planes
 * @param values {@code channels * height * width}
 */
public record FloatImage(int width, int height, int channels, float[] values) {

  public FloatImage {
    int expected = Math.multiplyExact(Math.multiplyExact(width, height), channels);
    if (values.length != expected) {
      throw new IllegalArgumentException(
          "Image has " + values.length + " values, expected " + expected);
    }
  }

  /** An image of zeros. */
  public static FloatImage zeros(int width, int height, int channels) {
    return new FloatImage(width, height, channels, new float[width * height * channels]);
  }

  /** Pixels of one plane. */
  public int pixels() {
    return width * height;
  }

  public float get(int channel, int x, int y) {
    return values[(channel * height + y) * width + x];
  }

  /** A copy of some of the planes. */
  public FloatImage planes(int first, int count) {
    float[] part = Arrays.copyOfRange(values, first * pixels(), (first + count) * pixels());
    return new FloatImage(width, height, count, part);
  }

  public FloatImage copy() {
    return new FloatImage(width, height, channels, values.clone());
  }

  /** Brings all values into 0..1; a value that is no number becomes 0. */
  public void clamp() {
    for (int i = 0; i < values.length; i++) {
      float value = values[i];
      values[i] = value > 0 ? Math.min(value, 1) : 0;
    }
  }
}
