package org.cleanplate.golden;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.cleanplate.frame.Frame;

/**
 * A picture as float planes, {@code [channels, height, width]}: the form in which results and
 * references are compared.
 */
record Planes(int channels, int height, int width, float[] values) {
  Planes {
    if (values.length != channels * height * width) {
      throw new IllegalArgumentException(
          values.length + " values for " + channels + "x" + height + "x" + width);
    }
  }

  /** An array whose last three axes are channels, rows and columns, and whose others are 1. */
  static Planes of(NpyArray array) throws IOException {
    int[] shape = array.shape();
    int axes = shape.length;
    if (axes < 3 || Arrays.stream(shape, 0, axes - 3).anyMatch(axis -> axis != 1)) {
      throw new IOException("Expected one picture, found the shape " + Arrays.toString(shape));
    }
    return new Planes(shape[axes - 3], shape[axes - 2], shape[axes - 1], array.values());
  }

  /**
   * The samples of a frame as they are, blue, green, red, alpha turned to red, green, blue, alpha.
   */
  static Planes of(Frame frame) {
    int width = frame.format().width();
    int height = frame.format().height();
    int channels = frame.format().layout().channels();
    ByteBuffer pixels = frame.pixels();
    float[] values = new float[channels * height * width];
    switch (frame.format().layout()) {
      case GRAY_FLOAT, RGB_FLOAT -> pixels.asFloatBuffer().get(values);
      case GRAY_8 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = Byte.toUnsignedInt(pixels.get(i));
        }
      }
      case BGRA_8 -> {
        int[] byteOfChannel = {2, 1, 0, 3};
        int plane = height * width;
        for (int i = 0; i < values.length; i++) {
          values[i] = Byte.toUnsignedInt(pixels.get(i % plane * 4 + byteOfChannel[i / plane]));
        }
      }
      case GRAY_16, RGB_16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = Short.toUnsignedInt(pixels.getShort(2 * i));
        }
      }
    }
    return new Planes(channels, height, width, values);
  }

  float at(int channel, int y, int x) {
    return values[(channel * height + y) * width + x];
  }

  /** Some of the channels, from {@code first} on. */
  Planes channels(int first, int count) {
    int plane = height * width;
    return new Planes(
        count, height, width, Arrays.copyOfRange(values, first * plane, (first + count) * plane));
  }

  /** The upper left part. */
  Planes crop(int newWidth, int newHeight) {
    float[] cropped = new float[channels * newHeight * newWidth];
    for (int row = 0; row < channels * newHeight; row++) {
      int from = (row / newHeight * height + row % newHeight) * width;
      System.arraycopy(values, from, cropped, row * newWidth, newWidth);
    }
    return new Planes(channels, newHeight, newWidth, cropped);
  }

  /** As in 8-bit pixels: times 255, rounded, halves up. */
  Planes greyLevels() {
    float[] levels = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      levels[i] = Math.round(values[i] * 255);
    }
    return new Planes(channels, height, width, levels);
  }

  /**
   * Bilinear resizing as the network does it: pixel centres at halves, neighbours clamped at the
   * edge, no smoothing when shrinking.
   */
  Planes resize(int newWidth, int newHeight) {
    float[] resized = new float[channels * newHeight * newWidth];
    int i = 0;
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < newHeight; y++) {
        double sourceY = sourceCoordinate(y, height, newHeight);
        int top = (int) sourceY;
        int bottom = Math.min(top + 1, height - 1);
        for (int x = 0; x < newWidth; x++) {
          double sourceX = sourceCoordinate(x, width, newWidth);
          int left = (int) sourceX;
          int right = Math.min(left + 1, width - 1);
          double above = mix(at(c, top, left), at(c, top, right), sourceX - left);
          double below = mix(at(c, bottom, left), at(c, bottom, right), sourceX - left);
          resized[i++] = (float) mix(above, below, sourceY - top);
        }
      }
    }
    return new Planes(channels, newHeight, newWidth, resized);
  }

  private static double sourceCoordinate(int i, int in, int out) {
    return Math.max(0, (i + 0.5) * in / out - 0.5);
  }

  private static double mix(double first, double second, double part) {
    return first + (second - first) * part;
  }
}
