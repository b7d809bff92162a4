package org.cleanplate.plate;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;

/**
 * The mean of frames of one format, sample by sample, integer samples rounded. Used by one thread.
 */
public final class FrameMean {
  private final FrameFormat format;
  private final double[] sums;
  private int count;

  /**
   * Of no frame yet; holds eight bytes a sample.
   *
   * @param format of the frames and of their mean
   */
  public FrameMean(FrameFormat format) {
    this.format = format;
    this.sums = new double[Math.toIntExact(format.byteCount() / format.layout().bytesPerSample())];
  }

  /** Adds a frame of the format. */
  public void add(Frame frame) {
    if (!frame.format().equals(format)) {
      throw new IllegalArgumentException("Frame is " + frame.format() + ", expected " + format);
    }
    count++;
    ByteBuffer bytes = frame.pixels();
    switch (format.layout().bytesPerSample()) {
      case 1 -> {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += bytes.get(i) & 0xFF;
        }
      }
      case 2 -> {
        ShortBuffer shorts = bytes.asShortBuffer();
        for (int i = 0; i < sums.length; i++) {
          sums[i] += shorts.get(i) & 0xFFFF;
        }
      }
      default -> {
        FloatBuffer floats = bytes.asFloatBuffer();
        for (int i = 0; i < sums.length; i++) {
          sums[i] += floats.get(i);
        }
      }
    }
  }

  /** How many frames were added. */
  public int count() {
    return count;
  }

  /**
   * The mean as a new frame.
   *
   * @throws IllegalStateException if no frame was added
   */
  public Frame mean() {
    if (count == 0) {
      throw new IllegalStateException("No frame was added");
    }
    Frame mean = Frame.allocate(format);
    ByteBuffer bytes = mean.pixels();
    ShortBuffer shorts = bytes.asShortBuffer();
    FloatBuffer floats = bytes.asFloatBuffer();
    for (int i = 0; i < sums.length; i++) {
      double value = sums[i] / count;
      switch (format.layout().bytesPerSample()) {
        case 1 -> bytes.put(i, (byte) Math.round(value));
        case 2 -> shorts.put(i, (short) Math.round(value));
        default -> floats.put(i, (float) value);
      }
    }
    return mean;
  }
}
