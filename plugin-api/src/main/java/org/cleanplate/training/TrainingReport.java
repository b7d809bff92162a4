package org.cleanplate.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param outcome why it ended
 * @param steps steps made in all, those before a resume included
 * @param model the averaged weights after the last step, as a model that can be opened; the last
 *     checkpoint if the run was cancelled
 * @param best the best validation and thus the model {@code best.safetensors}, once there is one
 * @param elapsed time of this session
 * @param device the device that computed
 */
public record TrainingReport(
    Outcome outcome,
    int steps,
    Path model,
    Optional<ValidationResult> best,
    Duration elapsed,
    String device) {

  /** Why a run ended. */
  public enum Outcome {
    COMPLETED,
    /** No validation was better than an older one for as long as the plan's patience. */
    STOPPED_EARLY,
    CANCELLED
  }
}
