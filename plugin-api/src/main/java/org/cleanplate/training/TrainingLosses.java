package org.cleanplate.training;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The losses of one step, mean over its samples; in the later stages each is the sum over both
 * resolutions.
 *
 * @param total what is minimised: the sum of the others
 * @param alpha mean absolute difference of alpha
 * @param edges mean absolute difference of alpha's Sobel magnitude
 * @param foreground mean absolute difference of the foreground where there is any
 * @param error mean squared difference of the predicted from the real error
 * @param laplacian of alpha, times its weight
 */
public record TrainingLosses(
    double total, double alpha, double edges, double foreground, double error, double laplacian) {

  /** The mean of the parts of a batch. */
  public static TrainingLosses mean(List<TrainingLosses> parts) {
    return new TrainingLosses(
        mean(parts, TrainingLosses::total),
        mean(parts, TrainingLosses::alpha),
        mean(parts, TrainingLosses::edges),
        mean(parts, TrainingLosses::foreground),
        mean(parts, TrainingLosses::error),
        mean(parts, TrainingLosses::laplacian));
  }

  private static double mean(List<TrainingLosses> parts, ToDoubleFunction<TrainingLosses> term) {
    return parts.stream().mapToDouble(term).average().orElseThrow();
  }
}
