package org.cleanplate.training.data.synthesis;

import org.cleanplate.training.data.image.FloatImage;

/**
 * Planes of bytes: what a bank keeps.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels number of planes
 * @param values {@code channels * height * width}, 255 being 1
 */
public record BytePicture(int width, int height, int channels, byte[] values) {

  static BytePicture of(FloatImage image) {
    byte[] bytes = new byte[image.values().length];
    for (int i = 0; i < bytes.length; i++) {
      float value = Math.max(0, Math.min(1, image.values()[i]));
      bytes[i] = (byte) (value * 255 + 0.5f);
    }
    return new BytePicture(image.width(), image.height(), image.channels(), bytes);
  }

  /** The part that starts at a corner; mirrored, it still starts there. */
  public FloatImage crop(int left, int top, int width, int height, boolean mirrored) {
    FloatImage image = FloatImage.zeros(width, height, channels);
    int at = 0;
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < height; y++) {
        int row = (c * this.height + top + y) * this.width + left;
        for (int x = 0; x < width; x++) {
          int from = mirrored ? row + width - 1 - x : row + x;
          image.values()[at++] = (values[from] & 0xFF) / 255f;
        }
      }
    }
    return image;
  }

  /** The mean of a plane over a part, from every {@code step}-th pixel. */
  public double mean(int channel, int left, int top, int width, int height, int step) {
    long sum = 0;
    int count = 0;
    for (int y = top; y < top + height; y += step) {
      int row = (channel * this.height + y) * this.width;
      for (int x = left; x < left + width; x += step) {
        sum += values[row + x] & 0xFF;
        count++;
      }
    }
    return sum / (255.0 * count);
  }

  public FloatImage toFloats() {
    return crop(0, 0, width, height, false);
  }
}
