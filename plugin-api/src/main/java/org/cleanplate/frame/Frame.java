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
  private Coverage coverage = Coverage.EVERYTHING;

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

  /** What of the frame holds picture. */
  public Coverage coverage() {
    return coverage;
  }

  /** Gives a frame that was filled anew, all of it, its place in the sequence. */
  public void stamp(long index, long timeMicros) {
    stamp(index, timeMicros, Coverage.EVERYTHING);
  }

  /** The same for a frame of which only a part could be filled. */
  public void stamp(long index, long timeMicros, Coverage coverage) {
    this.index = index;
    this.timeMicros = timeMicros;
    this.coverage = coverage;
  }

  /**
   * Says of this frame what another one says of itself, pixel for pixel of the same scene.
   *
   * @param other of the same size
   */
  public void stamp(Frame other) {
    stamp(other.index, other.timeMicros, other.coverage);
  }
}
