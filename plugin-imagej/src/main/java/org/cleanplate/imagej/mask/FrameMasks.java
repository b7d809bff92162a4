package org.cleanplate.imagej.mask;

import ij.process.ByteProcessor;
import java.util.Optional;

/** A mask for each frame of a sequence. Used by one thread. */
public interface FrameMasks {

  /**
   * The mask of a frame; valid until the next call.
   *
   * @param frame from 0
   * @return not 0 inside; empty if there is no mask for it
   */
  Optional<ByteProcessor> maskFor(long frame);
}
