package org.cleanplate.job;

import org.cleanplate.MattingException;

/**
 * Which frames of a source are worked on: {@code first}, {@code first + step}, and so on.
 *
 * @param first the first frame's number, from 0
 * @param count how many at most, at least 1
 * @param step from one to the next, at least 1
 */
public record FrameRange(long first, long count, long step) {
  /** Every frame. */
  public static final FrameRange ALL = new FrameRange(0, Long.MAX_VALUE);

  public FrameRange {
    if (first < 0) {
      throw new MattingException("First frame is " + first + ", expected 0 or more");
    }
    if (count < 1) {
      throw new MattingException("Number of frames is " + count + ", expected 1 or more");
    }
    if (step < 1) {
      throw new MattingException("Frame step is " + step + ", expected 1 or more");
    }
  }

  /** Every frame of a stretch. */
  public FrameRange(long first, long count) {
    this(first, count, 1);
  }

  /** How many frames these are of a source of {@code length}. */
  long countWithin(long length) {
    long left = Math.max(0, length - first);
    return Math.min(count, left / step + (left % step == 0 ? 0 : 1));
  }
}
