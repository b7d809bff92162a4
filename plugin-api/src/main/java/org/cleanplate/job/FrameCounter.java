package org.cleanplate.job;

import java.time.Duration;
import java.util.OptionalLong;
import org.cleanplate.progress.Progress;
import org.cleanplate.progress.ProgressListener;

/** Counts a job's frames and tells the listener. */
final class FrameCounter {
  private final ProgressListener listener;
  private final OptionalLong expected;
  private final long startNanos = System.nanoTime();
  private final long done;
  private long frames;

  /**
   * @param expected how many frames are to come, as far as is known
   * @param done how many an earlier run has left
   */
  FrameCounter(ProgressListener listener, OptionalLong expected, long done) {
    this.listener = listener;
    this.expected = expected;
    this.done = done;
  }

  void countFrame() {
    frames++;
    listener.progress(new Progress("Matting", frames, expected, elapsed()));
  }

  /** Frames in the results: those counted, and those that were there. */
  long frames() {
    return done + frames;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
