package org.cleanplate.frame;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.cleanplate.network.graph.PixelLayout;

/**
 * The samples of a frame as numbers in their own units, whatever their layout: 0..255, 0..65535 or
 * floats. The fourth byte of packed pixels is no sample. A view; the frame's owner writes.
 */
public abstract sealed class Samples {
  private final int channels;
  private final int pixelStride;
  private final int channelStart;
  private final int channelStride;

  private Samples(FrameFormat format) {
    PixelLayout layout = format.layout();
    boolean packed = layout.packed();
    channels = packed ? 3 : layout.channels();
    pixelStride = packed ? layout.channels() : 1;
    // Packed pixels are blue, green, red in memory.
    channelStart = packed ? 2 : 0;
    channelStride = packed ? -1 : format.width() * format.height();
  }

  /** The samples of a frame, which follow what is written to it. */
  public static Samples of(Frame frame) {
    FrameFormat format = frame.format();
    return switch (format.layout().bytesPerSample()) {
      case 1 -> new Bytes(format, frame.pixels());
      case 2 -> new Shorts(format, frame.pixels().asShortBuffer());
      default -> new Floats(format, frame.pixels().asFloatBuffer());
    };
  }

  /** Colours a pixel has: 1 or 3. */
  public final int channels() {
    return channels;
  }

  /**
   * The value of a channel; a picture of one channel shows it as red, green and blue.
   *
   * @param pixel counted along the rows from the upper left, from 0
   * @param channel 0 red, 1 green, 2 blue, whatever their order in memory
   */
  public final float get(int pixel, int channel) {
    return read(index(pixel, channels == 1 ? 0 : channel));
  }

  /**
   * Sets a value, rounded and held within what the type of sample can be.
   *
   * @param pixel as {@link #get} takes it
   * @param channel below {@link #channels()}
   */
  public final void set(int pixel, int channel, float value) {
    write(index(pixel, channel), value);
  }

  private int index(int pixel, int channel) {
    return pixel * pixelStride + channelStart + channel * channelStride;
  }

  /** The nearest whole number from 0 to {@code most}: what Math.round gives, in less time. */
  private static int rounded(float value, int most) {
    return (int) (Math.max(0, Math.min(most, value)) + 0.5);
  }

  abstract float read(int index);

  abstract void write(int index, float value);

  /** The largest value of the type, which is also its white; 1 for floats, which may exceed it. */
  public abstract float fullScale();

  private static final class Bytes extends Samples {
    private final ByteBuffer values;

    Bytes(FrameFormat format, ByteBuffer values) {
      super(format);
      this.values = values;
    }

    @Override
    float read(int index) {
      return values.get(index) & 0xFF;
    }

    @Override
    void write(int index, float value) {
      values.put(index, (byte) rounded(value, 255));
    }

    @Override
    public float fullScale() {
      return 255;
    }
  }

  private static final class Shorts extends Samples {
    private final ShortBuffer values;

    Shorts(FrameFormat format, ShortBuffer values) {
      super(format);
      this.values = values;
    }

    @Override
    float read(int index) {
      return values.get(index) & 0xFFFF;
    }

    @Override
    void write(int index, float value) {
      values.put(index, (short) rounded(value, 65_535));
    }

    @Override
    public float fullScale() {
      return 65_535;
    }
  }

  private static final class Floats extends Samples {
    private final FloatBuffer values;

    Floats(FrameFormat format, FloatBuffer values) {
      super(format);
      this.values = values;
    }

    @Override
    float read(int index) {
      return values.get(index);
    }

    @Override
    void write(int index, float value) {
      values.put(index, value);
    }

    @Override
    public float fullScale() {
      return 1;
    }
  }
}
