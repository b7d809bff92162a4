package org.cleanplate.imagej.image;

/** A stack that knows when each of its slices was taken. */
interface TimedStack {

  /** When a slice was taken, in microseconds from the first one's. */
  long timeMicros(int slice);
}
