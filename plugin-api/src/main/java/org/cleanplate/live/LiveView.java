package org.cleanplate.live;

import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;

/** Whoever watches a live run; called on the run's thread, which it holds up. */
public interface LiveView {
  /** Nobody. */
  LiveView NONE = new LiveView() {};

  /** A frame was taken for the background; so many are still wanted. */
  default void grabbed(Frame frame, int left) {}

  /** A matte is there; frame and matte are the run's again on return. */
  default void matted(Frame frame, Matte matte, LiveStatus status) {}
}
