package org.cleanplate.frame;

import java.io.IOException;

/** A sink that reads the frame and its clean plate beside the matte. */
public interface PlatedSink extends FrameSink {

  /**
   * Not possible without frame and plate.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  default void write(Matte matte) {
    throw new UnsupportedOperationException("This sink needs the frame and its plate as well");
  }

  /** Takes one frame; frames arrive in order. All three are the caller's again on return. */
  @Override
  void write(Frame source, Frame plate, Matte matte) throws IOException;
}
