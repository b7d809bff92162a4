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
  private long frames;

  FrameCounter(ProgressListener listener, OptionalLong expected) {
    this.listener = listener;
    this.expected = expected;
  }

  void countFrame() {
    frames++;
    listener.progress(new Progress("Matting", frames, expected, elapsed()));
  }

  long frames() {
    return frames;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
