package org.cleanplate.training;

/**
 * When to look and to save.
 *
 * @param validateEvery steps between validations
 * @param validationSamples how many samples a validation looks at: always the same ones, never
 *     trained on
 * @param patience validations without a better result after which training ends early; 0 for never
 * @param checkpointEvery steps between checkpoints
 * @param keptCheckpoints how many of the last checkpoints are kept; the best is kept besides
 */
public record MilestonePlan(
    int validateEvery,
    int validationSamples,
    int patience,
    int checkpointEvery,
    int keptCheckpoints) {

  private static final int MOST_STEPS = 100_000_000;

  static MilestonePlan read(PlanReader in, MilestonePlan defaults) {
    return new MilestonePlan(
        in.integer("validate_every", defaults.validateEvery, 1, MOST_STEPS),
        in.integer("validation_samples", defaults.validationSamples, 1, 10_000),
        in.integer("patience", defaults.patience, 0, 1_000_000),
        in.integer("checkpoint_every", defaults.checkpointEvery, 1, MOST_STEPS),
        in.integer("kept_checkpoints", defaults.keptCheckpoints, 1, 1000));
  }

  void write(PlanWriter out) {
    out.add("validate_every", validateEvery);
    out.add("validation_samples", validationSamples);
    out.add("patience", patience);
    out.add("checkpoint_every", checkpointEvery);
    out.add("kept_checkpoints", keptCheckpoints);
  }
}
