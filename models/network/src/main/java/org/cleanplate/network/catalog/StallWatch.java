package org.cleanplate.network.catalog;

import java.time.Duration;
import java.util.Optional;

/** Whether a file that is transferred grows, and not beyond measure. */
final class StallWatch {
  private static final long LARGEST_FILE = 1L << 30;

  private final Duration limit;
  private long lastSize = -1;
  private long lastChange = System.nanoTime();

  /**
   * @param limit how long to wait while no byte comes in
   */
  StallWatch(Duration limit) {
    this.limit = limit;
  }

  /** What is wrong with a file that has this many bytes by now; empty if nothing is. */
  Optional<String> problem(long bytes) {
    if (bytes > LARGEST_FILE) {
      return Optional.of("the server sends more than " + LARGEST_FILE + " bytes");
    }
    if (bytes != lastSize) {
      lastSize = bytes;
      lastChange = System.nanoTime();
    }
    return System.nanoTime() - lastChange > limit.toNanos()
        ? Optional.of("no byte came in for " + limit.toSeconds() + " s")
        : Optional.empty();
  }
}
