package org.cleanplate.evaluation;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of an evaluation.
 *
 * @param summaries one for each predictor, in their order
 * @param files what was written
 */
public record EvaluationReport(List<Summary> summaries, List<Path> files) {
  public EvaluationReport {
    summaries = List.copyOf(summaries);
    files = List.copyOf(files);
  }
}
