package org.cleanplate.job;

import org.cleanplate.MattingException;

/**
 * Which frames of a source are worked on.
 *
 * @param first the first frame's number, from 0
 * @param count how many at most, at least 1
 */
public record FrameRange(long first, long count) {
  /** Every frame. */
  public static final FrameRange ALL = new FrameRange(0, Long.MAX_VALUE);

  public FrameRange {
    if (first < 0) {
      throw new MattingException("First frame is " + first + ", expected 0 or more");
    }
    if (count < 1) {
      throw new MattingException("Number of frames is " + count + ", expected 1 or more");
    }
  }
}
