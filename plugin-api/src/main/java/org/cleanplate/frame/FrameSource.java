package org.cleanplate.frame;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Frames one after the other, all of one format: a stack, a video, a folder of pictures. Used by
 * one thread at a time, which need not be the thread that opened it; closed by who opened it.
 */
public interface FrameSource extends AutoCloseable {

  /** What the user calls it: a title or a file name. Used in messages. */
  String name();

  /** Of all its frames. */
  FrameFormat format();

  /** How many frames there are: an estimate for a video, empty for a camera. */
  OptionalLong frameCountEstimate();

  /** Frames a second if the source has a rhythm, else 0. */
  double framesPerSecond();

  /**
   * Reads the next frame, its index and its time into {@code frame}.
   *
   * @param frame of this source's format
   * @return false at the end; the frame is then untouched
   * @throws IOException if the frame cannot be read; those before it stay good
   */
  boolean read(Frame frame) throws IOException;

  /**
   * What the user should know of the frames read so far, each a sentence that names the source:
   * damaged packets passed over, a file that breaks off. Complete once the last frame is read.
   */
  default List<String> notes() {
    return List.of();
  }

  /**
   * Passes over frames as cheaply as the source can.
   *
   * @param count how many, at least 0; where the source ends before, it is then at its end
   * @throws IOException if it cannot get there
   */
  void skip(long count) throws IOException;

  @Override
  void close() throws IOException;
}
