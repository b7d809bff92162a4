package org.cleanplate.plate.estimate;

import java.util.BitSet;
import org.cleanplate.MattingException;

/**
 * Pixels from which, in some frames, no plate is to be learnt, because the subject rests there.
 *
 * @param pixels their numbers, row by row
 * @param firstFrame the first of the frames, from 0
 * @param lastFrame the last of them
 */
public record Exclusion(BitSet pixels, long firstFrame, long lastFrame) {
  /** No pixel at all. */
  public static final Exclusion NONE = new Exclusion(new BitSet(), 0, Long.MAX_VALUE);

  public Exclusion {
    if (firstFrame < 0 || lastFrame < firstFrame) {
      throw new MattingException(
          "Excluded frames are "
              + (firstFrame + 1)
              + "-"
              + (lastFrame + 1)
              + ", expected the first, at least 1, before the last");
    }
  }

  /** Whether this frame has excluded pixels. */
  boolean holdsIn(long frame) {
    return frame >= firstFrame && frame <= lastFrame && !pixels.isEmpty();
  }
}
