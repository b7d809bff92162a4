package org.cleanplate.progress;

/** Hears how far the work is, on the working thread; returns quickly. */
@FunctionalInterface
public interface ProgressListener {
  /** For work nobody watches. */
  ProgressListener NONE = progress -> {};

  /** Takes the newest state; may be called for each frame. */
  void progress(Progress progress);
}
