package org.cleanplate.imagej.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What came of one file of a batch.
 *
 * @param source the file
 * @param status how it ended
 * @param reason why it failed or was skipped; empty if all went well
 * @param frames how many frames its results have
 * @param elapsed time it took
 * @param results files, or folders of pictures
 */
public record BatchOutcome(
    Path source, Status status, String reason, long frames, Duration elapsed, List<Path> results) {

  /** How a file of a batch may end. */
  public enum Status {
    OK,
    FAILED,
    /** Whole from an earlier run. */
    SKIPPED,
    /** Not begun, or not finished, when the user cancelled. */
    CANCELLED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static BatchOutcome failed(Path source, String reason, Duration elapsed) {
    return new BatchOutcome(source, Status.FAILED, reason, 0, elapsed, List.of());
  }

  static BatchOutcome cancelled(Path source) {
    return new BatchOutcome(
        source, Status.CANCELLED, "cancelled by the user", 0, Duration.ZERO, List.of());
  }

  double seconds() {
    return elapsed.toMillis() / 1000.0;
  }
}
