package org.cleanplate.matte;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Finds frames that fall out of line with those around them: a value further from the median of its
 * neighbourhood than {@value #DEVIATIONS} median absolute deviations (Hampel's identifier), but at
 * least as far as would be worth a look.
 */
public final class Outliers {
  private static final int NEIGHBOURS = 12;
  private static final double DEVIATIONS = 6;
  private static final double MEDIAN_TO_SIGMA = 1.4826;

  /** What is looked at, and the least step that counts. */
  private enum Criterion {
    COVERAGE("coverage", FrameMeasurement::coverage, 0.005, 0.1),
    ERROR("error", FrameMeasurement::meanError, 0.005, 0.5),
    PLATE("plate", FrameMeasurement::plateResidual, 0.01, 0.5);

    private final String word;
    private final ToDoubleFunction<FrameMeasurement> value;
    private final double leastStep;
    private final double leastShare;

    Criterion(
        String word,
        ToDoubleFunction<FrameMeasurement> value,
        double leastStep,
        double leastShare) {
      this.word = word;
      this.value = value;
      this.leastStep = leastStep;
      this.leastShare = leastShare;
    }

    boolean flags(List<FrameMeasurement> all, int index) {
      double own = value.applyAsDouble(all.get(index));
      double[] around =
          all
              .subList(
                  Math.max(0, index - NEIGHBOURS), Math.min(all.size(), index + NEIGHBOURS + 1))
              .stream()
              .mapToDouble(value)
              .filter(Double::isFinite)
              .toArray();
      if (!Double.isFinite(own) || around.length <= NEIGHBOURS / 2) {
        return false;
      }
      double median = median(around);
      double spread = median(Arrays.stream(around).map(v -> Math.abs(v - median)).toArray());
      double allowed =
          Math.max(
              DEVIATIONS * MEDIAN_TO_SIGMA * spread,
              Math.max(leastStep, leastShare * Math.abs(median)));
      return Math.abs(own - median) > allowed;
    }
  }

  private Outliers() {}

  /** For each frame why it stands out, such as {@code "coverage, plate"}; empty if it does not. */
  public static List<String> reasons(List<FrameMeasurement> frames) {
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      int index = i;
      reasons.add(
          String.join(
              ", ",
              Arrays.stream(Criterion.values())
                  .filter(criterion -> criterion.flags(frames, index))
                  .map(criterion -> criterion.word)
                  .toList()));
    }
    return reasons;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
