package org.cleanplate.plate.estimate;

import java.util.Locale;

/**
 * One place where a plate may hold a subject that rested.
 *
 * @param left the place's left edge in pixels
 * @param top its upper edge
 * @param width its width
 * @param height its height
 * @param pixels how many pixels of it are in doubt
 * @param firstFrame the first frame looked at that shows something else there than the plate, from
 *     0
 * @param lastFrame the last such frame
 * @param frameShare the share of frames that do, 0..1
 */
public record Ghost(
    int left,
    int top,
    int width,
    int height,
    int pixels,
    long firstFrame,
    long lastFrame,
    double frameShare) {

  /** The place and the frames in words; frames are counted from 1. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%dx%d px at x=%d y=%d, where %.0f %% of the frames, from %d to %d, show something else",
        width,
        height,
        left,
        top,
        100 * frameShare,
        firstFrame + 1,
        lastFrame + 1);
  }
}
