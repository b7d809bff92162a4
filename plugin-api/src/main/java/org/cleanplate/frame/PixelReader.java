package org.cleanplate.frame;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/**
 * Reads single pixels of a picture, whatever its layout: full range is 0..1, grey is three equal.
 */
@FunctionalInterface
public interface PixelReader {

  /**
   * Reads a pixel.
   *
   * @param pixel its number from the top left on, row by row
   * @param rgb takes red, green and blue
   */
  void read(int pixel, float[] rgb);

  /** Reads the pixels of {@code picture} as they are at the time of each reading. */
  static PixelReader of(Frame picture) {
    FrameFormat format = picture.format();
    int plane = format.width() * format.height();
    ByteBuffer bytes = picture.pixels();
    ShortBuffer shorts = bytes.asShortBuffer();
    FloatBuffer floats = bytes.asFloatBuffer();
    return switch (format.layout()) {
      case GRAY_8 -> (i, rgb) -> fill(rgb, from8(bytes.get(i)));
      case GRAY_16 -> (i, rgb) -> fill(rgb, from16(shorts.get(i)));
      case GRAY_FLOAT -> (i, rgb) -> fill(rgb, floats.get(i));
      case BGRA_8 ->
          (i, rgb) -> {
            for (int c = 0; c < 3; c++) {
              rgb[c] = from8(bytes.get(4 * i + 2 - c));
            }
          };
      case RGB_16 ->
          (i, rgb) -> {
            for (int c = 0; c < 3; c++) {
              rgb[c] = from16(shorts.get(c * plane + i));
            }
          };
      case RGB_FLOAT ->
          (i, rgb) -> {
            for (int c = 0; c < 3; c++) {
              rgb[c] = floats.get(c * plane + i);
            }
          };
    };
  }

  private static void fill(float[] rgb, float gray) {
    rgb[0] = gray;
    rgb[1] = gray;
    rgb[2] = gray;
  }

  private static float from8(byte sample) {
    return (sample & 0xFF) / 255f;
  }

  private static float from16(short sample) {
    return (sample & 0xFFFF) / 65535f;
  }
}
