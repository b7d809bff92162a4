package org.cleanplate.imagej.mask;

/** What a region that is set on a frame means for the frames after it. */
public enum KeyFrames {
  /** It holds until the next frame that has regions of its own. */
  HELD,
  /** So it does, and its outline moves evenly into that of the next. */
  MOVED,
  /** Nothing: it holds on its frame alone. */
  ALONE
}
