package org.cleanplate.fiji.studio.run;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.cleanplate.imagej.parameters.MatteStackParameters;

/**
 * A run of this session.
 *
 * @param started when
 * @param elapsed how long it took
 * @param frames how many were matted
 * @param parameters what was asked for
 * @param outcome how it ended
 * @param log what it told on its way, line by line
 */
public record PastRun(
    LocalDateTime started,
    Duration elapsed,
    long frames,
    MatteStackParameters parameters,
    RunOutcome outcome,
    List<String> log) {
  public PastRun {
    log = List.copyOf(log);
  }
}
