package org.cleanplate.frame;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.cleanplate.network.graph.PixelLayout;

/**
 * Brings a picture into another layout: full range to full range, so 255, 65535 and 1.0 are the
 * same white. Grey becomes equal red, green and blue; colour becomes its BT.601 luma; the unused
 * alpha of a packed picture is 255. Meant for single pictures such as plates, not for every frame.
 */
public final class LayoutConverter {
  private LayoutConverter() {}

  /**
   * The same picture in another layout.
   *
   * @return {@code picture} itself if it lies so already, else a new frame at the same place in the
   *     sequence
   */
  public static Frame convert(Frame picture, PixelLayout layout) {
    FrameFormat format = picture.format();
    if (format.layout() == layout) {
      return picture;
    }
    Frame converted = Frame.allocate(new FrameFormat(format.width(), format.height(), layout));
    convert(picture, converted);
    return converted;
  }

  /** Fills a frame of the same size with the picture, its place in the sequence included. */
  public static void convert(Frame picture, Frame target) {
    target.stamp(picture);
    PixelReader reader = readerOf(picture);
    PixelWriter writer = writerTo(target);
    int pixels = picture.format().width() * picture.format().height();
    float[] rgb = new float[3];
    for (int i = 0; i < pixels; i++) {
      reader.read(i, rgb);
      writer.write(i, rgb);
    }
  }

  private static PixelReader readerOf(Frame picture) {
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

  private static PixelWriter writerTo(Frame picture) {
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

  private static void fill(float[] rgb, float gray) {
    rgb[0] = gray;
    rgb[1] = gray;
    rgb[2] = gray;
  }

  private static float luma(float[] rgb) {
    if (rgb[0] == rgb[1] && rgb[1] == rgb[2]) {
      return rgb[0];
    }
    return 0.299f * rgb[0] + 0.587f * rgb[1] + 0.114f * rgb[2];
  }

  private static float from8(byte sample) {
    return (sample & 0xFF) / 255f;
  }

  private static float from16(short sample) {
    return (sample & 0xFFFF) / 65535f;
  }

  private static byte to8(float value) {
    return (byte) Math.round(Math.max(0, Math.min(1, value)) * 255);
  }

  private static short to16(float value) {
    return (short) Math.round(Math.max(0, Math.min(1, value)) * 65535);
  }

  @FunctionalInterface
  private interface PixelReader {
    void read(int pixel, float[] rgb);
  }

  @FunctionalInterface
  private interface PixelWriter {
    void write(int pixel, float[] rgb);
  }
}
