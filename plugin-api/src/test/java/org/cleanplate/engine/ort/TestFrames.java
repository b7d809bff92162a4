package org.cleanplate.engine.ort;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Random;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;

/** Frames of seeded noise, smooth enough to be pictures, and exact conversions of them. */
final class TestFrames {
  private TestFrames() {}

  static Frame random(FrameFormat format, long seed) {
    Random random = new Random(seed);
    Frame frame = Frame.allocate(format);
    ByteBuffer pixels = frame.pixels();
    while (pixels.hasRemaining()) {
      switch (format.layout().bytesPerSample()) {
        case 1 -> pixels.put((byte) random.nextInt());
        case 2 -> pixels.putShort((short) random.nextInt());
        default -> pixels.putFloat(random.nextFloat());
      }
    }
    return frame;
  }

  /** The same picture as planar red, green and blue of 0..1. */
  static Frame toFloat(Frame frame) {
    FrameFormat format = frame.format();
    int plane = format.width() * format.height();
    Frame converted =
        Frame.allocate(new FrameFormat(format.width(), format.height(), PixelLayout.RGB_FLOAT));
    FloatBuffer target = converted.pixels().asFloatBuffer();
    ByteBuffer pixels = frame.pixels();
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < plane; i++) {
        float value =
            switch (format.layout()) {
              case BGRA_8 -> (pixels.get(4 * i + 2 - c) & 255) / 255f;
              case GRAY_8 -> (pixels.get(i) & 255) / 255f;
              case GRAY_16 -> (pixels.getShort(2 * i) & 0xFFFF) / 65_535f;
              case GRAY_FLOAT -> pixels.getFloat(4 * i);
              case RGB_16 -> (pixels.getShort(2 * (c * plane + i)) & 0xFFFF) / 65_535f;
              case RGB_FLOAT -> pixels.getFloat(4 * (c * plane + i));
            };
        target.put(c * plane + i, value);
      }
    }
    return converted;
  }

  static Frame affine(Frame floats, float gain, float offset) {
    Frame result = Frame.allocate(floats.format());
    FloatBuffer from = floats.pixels().asFloatBuffer();
    FloatBuffer to = result.pixels().asFloatBuffer();
    for (int i = 0; i < from.limit(); i++) {
      to.put(i, from.get(i) * gain + offset);
    }
    return result;
  }

  /** The last row and column of each plane repeated. */
  static Frame edgePadded(Frame planar, int width, int height) {
    FrameFormat format = planar.format();
    Frame padded = Frame.allocate(new FrameFormat(width, height, format.layout()));
    FloatBuffer from = planar.pixels().asFloatBuffer();
    FloatBuffer to = padded.pixels().asFloatBuffer();
    for (int c = 0; c < format.layout().channels(); c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int row = c * format.height() + Math.min(y, format.height() - 1);
          int column = Math.min(x, format.width() - 1);
          to.put((c * height + y) * width + x, from.get(row * format.width() + column));
        }
      }
    }
    return padded;
  }

  static float[] floats(Frame frame) {
    FloatBuffer buffer = frame.pixels().asFloatBuffer();
    float[] values = new float[buffer.limit()];
    buffer.get(values);
    return values;
  }
}
