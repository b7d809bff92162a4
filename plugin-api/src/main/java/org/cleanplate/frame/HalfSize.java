package org.cleanplate.frame;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/**
 * Pictures at half their width and height, each sample the mean of four. A last column or row
 * without a neighbour is left out, unless it is the only one.
 */
public final class HalfSize {
  private HalfSize() {}

  /** The format of the halved picture. */
  public static FrameFormat of(FrameFormat format) {
    return new FrameFormat(
        Math.max(1, format.width() / 2), Math.max(1, format.height() / 2), format.layout());
  }

  /** A halved copy at the same place in the sequence. */
  public static Frame of(Frame picture) {
    Frame half = Frame.allocate(of(picture.format()));
    reduce(picture, half);
    return half;
  }

  /** Fills {@code half}, which has half the format of {@code picture}. */
  public static void reduce(Frame picture, Frame half) {
    FrameFormat from = picture.format();
    FrameFormat to = half.format();
    int channels = from.layout().channels();
    boolean packed = from.layout().packed();
    Mean mean = mean(picture, half);
    int right = from.width() > 1 ? 1 : 0;
    int below = from.height() > 1 ? from.width() : 0;
    int pixelSamples = packed ? channels : 1;
    for (int channel = 0; channel < channels; channel++) {
      int source = packed ? channel : channel * from.width() * from.height();
      int target = packed ? channel : channel * to.width() * to.height();
      for (int y = 0; y < to.height(); y++) {
        for (int x = 0; x < to.width(); x++) {
          int sample = source + (2 * y * from.width() + 2 * x) * pixelSamples;
          mean.write(
              sample,
              sample + right * pixelSamples,
              sample + below * pixelSamples,
              sample + (right + below) * pixelSamples,
              target + (y * to.width() + x) * pixelSamples);
        }
      }
    }
    half.stamp(picture.index(), picture.timeMicros(), picture.coverage().halved());
  }

  private static Mean mean(Frame picture, Frame half) {
    ByteBuffer bytes = picture.pixels();
    ByteBuffer halfBytes = half.pixels();
    return switch (picture.format().layout().bytesPerSample()) {
      case 1 ->
          (a, b, c, d, to) -> {
            int sum = unsigned(bytes.get(a)) + unsigned(bytes.get(b));
            sum += unsigned(bytes.get(c)) + unsigned(bytes.get(d));
            halfBytes.put(to, (byte) ((sum + 2) / 4));
          };
      case 2 -> {
        ShortBuffer shorts = bytes.asShortBuffer();
        ShortBuffer halfShorts = halfBytes.asShortBuffer();
        yield (a, b, c, d, to) -> {
          int sum = unsigned(shorts.get(a)) + unsigned(shorts.get(b));
          sum += unsigned(shorts.get(c)) + unsigned(shorts.get(d));
          halfShorts.put(to, (short) ((sum + 2) / 4));
        };
      }
      default -> {
        FloatBuffer floats = bytes.asFloatBuffer();
        FloatBuffer halfFloats = halfBytes.asFloatBuffer();
        yield (a, b, c, d, to) ->
            halfFloats.put(to, (floats.get(a) + floats.get(b) + floats.get(c) + floats.get(d)) / 4);
      }
    };
  }

  private static int unsigned(byte sample) {
    return sample & 0xFF;
  }

  private static int unsigned(short sample) {
    return sample & 0xFFFF;
  }

  /** Writes the mean of four samples of the picture, by their indices. */
  @FunctionalInterface
  private interface Mean {
    void write(int a, int b, int c, int d, int to);
  }
}
