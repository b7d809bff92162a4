package org.cleanplate.matte;

import java.io.IOException;
import org.cleanplate.frame.Frame;

/** What lies behind the subject in a composite. Used by one thread. */
public sealed interface Backdrop {

  /**
   * One colour.
   *
   * @param rgb {@code 0xRRGGBB}
   */
  record Colour(int rgb) implements Backdrop {}

  /** A picture, or one for each frame. */
  non-sealed interface Pictures extends Backdrop {

    /**
     * The picture behind a frame, of its size and in packed 8-bit pixels; valid until the next
     * call.
     *
     * @param index the frame's number, from 0
     */
    Frame pictureFor(long index) throws IOException;
  }
}
