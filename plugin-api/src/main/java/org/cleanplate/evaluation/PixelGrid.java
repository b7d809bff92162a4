package org.cleanplate.evaluation;

import java.awt.image.BufferedImage;

/**
 * The pixels of a picture by place and channel; outside of it those of the border.
 *
 * @param rgb rows from top to bottom, {@code 0xRRGGBB}
 */
record PixelGrid(int width, int height, int[] rgb) {

  static PixelGrid of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    return new PixelGrid(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }

  /**
   * A pixel's channel, 0..1.
   *
   * @param channel 0 blue, 1 green, 2 red
   */
  double at(int x, int y, int channel) {
    int inX = Math.max(0, Math.min(width - 1, x));
    int inY = Math.max(0, Math.min(height - 1, y));
    return (rgb[inY * width + inX] >> 8 * channel & 255) / 255.0;
  }

  /** The value between four pixels, bilinear. */
  double between(double x, double y, int channel) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double above = mix(at(left, top, channel), at(left + 1, top, channel), x - left);
    double below = mix(at(left, top + 1, channel), at(left + 1, top + 1, channel), x - left);
    return mix(above, below, y - top);
  }

  private static double mix(double first, double second, double part) {
    return first + (second - first) * part;
  }
}
