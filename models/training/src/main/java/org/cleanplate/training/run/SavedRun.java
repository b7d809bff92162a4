package org.cleanplate.training.run;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.FloatTensor;
import org.cleanplate.network.weights.TensorArchive;
import org.cleanplate.training.ValidationResult;

/**
 * All that a run needs to go on from besides its model, as if it had never stopped. What is random
 * is drawn anew at each step from the seed and the step's number, so it needs no place here.
 *
 * @param step steps made
 * @param score how the validations went
 * @param tensors weights that are trained, optimizer moments, averages
 */
public record SavedRun(int step, Score score, Map<String, FloatTensor> tensors) {
  private static final String STEP = "step";
  private static final String BEST_STEP = "best_step";
  private static final String BEST_ABSOLUTE = "best_mean_absolute_difference";
  private static final String BEST_SQUARED = "best_mean_squared_difference";
  private static final String LAST_VALIDATION = "last_validation";
  private static final String SINCE_BEST = "validations_since_best";

  /**
   * The validations so far.
   *
   * @param best the best one, if there was any
   * @param sinceBest validations after it
   * @param lastStep steps made before the last one, 0 if there was none
   */
  public record Score(Optional<Validation> best, int sinceBest, int lastStep) {
    /** Before the first validation. */
    public static final Score NONE = new Score(Optional.empty(), 0, 0);

    /** Whether a validation is better than all before. */
    public boolean isBeatenBy(Validation validation) {
      return best.isEmpty()
          || validation.meanAbsoluteDifference() < best.get().meanAbsoluteDifference();
    }

    /** After one more validation. */
    public Score with(Validation validation) {
      return isBeatenBy(validation)
          ? new Score(Optional.of(validation), 0, validation.step)
          : new Score(best, sinceBest + 1, validation.step);
    }
  }

  /** The figures of a {@link ValidationResult}. */
  public record Validation(int step, double meanAbsoluteDifference, double meanSquaredDifference) {}

  TensorArchive toArchive() {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put(STEP, Integer.toString(step));
    metadata.put(LAST_VALIDATION, Integer.toString(score.lastStep));
    metadata.put(SINCE_BEST, Integer.toString(score.sinceBest));
    score.best.ifPresent(
        best -> {
          metadata.put(BEST_STEP, Integer.toString(best.step));
          metadata.put(BEST_ABSOLUTE, Double.toString(best.meanAbsoluteDifference));
          metadata.put(BEST_SQUARED, Double.toString(best.meanSquaredDifference));
        });
    return new TensorArchive(tensors, metadata);
  }

  static SavedRun of(TensorArchive archive) {
    Map<String, String> metadata = archive.metadata();
    try {
      Optional<Validation> best =
          metadata.containsKey(BEST_STEP)
              ? Optional.of(
                  new Validation(
                      Integer.parseInt(metadata.get(BEST_STEP)),
                      Double.parseDouble(value(metadata, BEST_ABSOLUTE)),
                      Double.parseDouble(value(metadata, BEST_SQUARED))))
              : Optional.empty();
      return new SavedRun(
          Integer.parseInt(value(metadata, STEP)),
          new Score(
              best,
              Integer.parseInt(value(metadata, SINCE_BEST)),
              Integer.parseInt(value(metadata, LAST_VALIDATION))),
          archive.tensors());
    } catch (NumberFormatException e) {
      throw new MattingException("it says " + metadata + ", expected numbers", e);
    }
  }

  private static String value(Map<String, String> metadata, String key) {
    String value = metadata.get(key);
    if (value == null) {
      throw new MattingException("it does not say its " + key);
    }
    return value;
  }
}
