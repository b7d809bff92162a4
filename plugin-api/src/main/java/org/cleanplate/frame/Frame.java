package org.cleanplate.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One picture in a direct buffer, with its place in the sequence. A frame is a reusable container:
 * its owner fills it again and again. Not thread-safe: hand it over, and share it only while nobody
 * writes to it.
 */
public final class Frame {
  private final FrameFormat format;
  private final ByteBuffer pixels;
  private long index;
  private long timeMicros;

  private Frame(FrameFormat format, ByteBuffer pixels) {
    this.format = format;
    this.pixels = pixels;
  }

  /**
   * A new frame of zeros.
   *
   * @throws IllegalArgumentException if the picture is over 2 GiB
   */
  public static Frame allocate(FrameFormat format) {
    long bytes = format.byteCount();
    if (bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "A frame of " + format.size() + " needs " + bytes + " bytes, expected at most 2 GiB");
    }
    return new Frame(format, ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder()));
  }

  /** Size and layout of the pixels, the same for ever. */
  public FrameFormat format() {
    return format;
  }

  /** The pixels from first to last in native byte order: a view with a position of its own. */
  public ByteBuffer pixels() {
    return pixels.duplicate().order(ByteOrder.nativeOrder()).clear();
  }

  /** The frame's number in its source, from 0. */
  public long index() {
    return index;
  }

  /** When the frame is shown, in microseconds from the start of its source. */
  public long timeMicros() {
    return timeMicros;
  }

  /** Gives the frame its place in the sequence. */
  public void stamp(long index, long timeMicros) {
    this.index = index;
    this.timeMicros = timeMicros;
  }
}
