package org.cleanplate.progress;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a piece of long work is.
 *
 * @param what the work in the user's words: {@code "Matting"}
 * @param done units finished, usually frames
 * @param total units in all, if known
 * @param elapsed time since the start
 */
public record Progress(String what, long done, OptionalLong total, Duration elapsed) {

  /** The part that is done, 0..1; 0 while the total is unknown. */
  public double fraction() {
    return total.isPresent() && total.getAsLong() > 0
        ? Math.min(1, (double) done / total.getAsLong())
        : 0;
  }

  /** Time left at the pace so far, once there is a pace and a total. */
  public Optional<Duration> remaining() {
    if (done == 0 || total.isEmpty()) {
      return Optional.empty();
    }
    long left = Math.max(0, total.getAsLong() - done);
    return Optional.of(Duration.ofNanos((long) ((double) elapsed.toNanos() / done * left)));
  }

  /** One line for a status bar: {@code Matting 12/300, 0:42 left}. */
  public String describe() {
    StringBuilder line = new StringBuilder(what).append(' ').append(done);
    total.ifPresent(n -> line.append('/').append(n));
    remaining()
        .ifPresent(
            left ->
                line.append(
                    String.format(", %d:%02d left", left.toMinutes(), left.toSecondsPart())));
    return line.toString();
  }
}
