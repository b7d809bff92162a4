package org.cleanplate.frame;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/**
 * Writes single pixels of a picture, whatever its layout: 0..1 is full range, integers are rounded
 * and clamped, colour in a grey picture is its BT.601 luma, the unused alpha of a packed one is
 * 255.
 */
@FunctionalInterface
public interface PixelWriter {

  /**
   * Writes a pixel.
   *
   * @param pixel its number from the top left on, row by row
   * @param rgb red, green and blue
   */
  void write(int pixel, float[] rgb);

  /** Writes into {@code picture}. */
  static PixelWriter to(Frame picture) {
    FrameFormat format = picture.format();
    int plane = format.width() * format.height();
    ByteBuffer bytes = picture.pixels();
    ShortBuffer shorts = bytes.asShortBuffer();
    FloatBuffer floats = bytes.asFloatBuffer();
    return switch (format.layout()) {
      case GRAY_8 -> (i, rgb) -> bytes.put(i, to8(luma(rgb)));
      case GRAY_16 -> (i, rgb) -> shorts.put(i, to16(luma(rgb)));
      case GRAY_FLOAT -> (i, rgb) -> floats.put(i, luma(rgb));
      case BGRA_8 ->
          (i, rgb) -> {
            for (int c = 0; c < 3; c++) {
              bytes.put(4 * i + 2 - c, to8(rgb[c]));
            }
            bytes.put(4 * i + 3, (byte) 255);
          };
      case RGB_16 ->
          (i, rgb) -> {
            for (int c = 0; c < 3; c++) {
              shorts.put(c * plane + i, to16(rgb[c]));
            }
          };
      case RGB_FLOAT ->
          (i, rgb) -> {
            for (int c = 0; c < 3; c++) {
              floats.put(c * plane + i, rgb[c]);
            }
          };
    };
  }

  private static float luma(float[] rgb) {
    if (rgb[0] == rgb[1] && rgb[1] == rgb[2]) {
      return rgb[0];
    }
    return 0.299f * rgb[0] + 0.587f * rgb[1] + 0.114f * rgb[2];
  }

  private static byte to8(float value) {
    return (byte) Math.round(Math.max(0, Math.min(1, value)) * 255);
  }

  private static short to16(float value) {
    return (short) Math.round(Math.max(0, Math.min(1, value)) * 65535);
  }
}
