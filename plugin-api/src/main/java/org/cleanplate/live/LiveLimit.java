package org.cleanplate.live;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When a live run ends by itself, whichever comes first.
 *
 * @param frames after so many mattes
 * @param time after so long, counted from the first matte
 */
public record LiveLimit(OptionalLong frames, Optional<Duration> time) {
  /** Never. */
  public static final LiveLimit NONE = new LiveLimit(OptionalLong.empty(), Optional.empty());

  boolean isReached(long mattes, long nanosSinceFirst) {
    return frames.isPresent() && mattes >= frames.getAsLong()
        || time.isPresent() && mattes > 0 && nanosSinceFirst >= time.get().toNanos();
  }
}
