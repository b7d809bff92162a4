package org.cleanplate.training;

/** Hears how a training run goes, on the thread that called {@link ModelTrainer#run}. */
public interface TrainingListener {
  /** For runs nobody watches. */
  TrainingListener NONE = new TrainingListener() {};

  /** Something the user should know once: the device, a resumed run, a fallback. */
  default void message(String text) {}

  /** A step is done. Returns quickly. */
  default void step(TrainingStep step) {}

  /** A validation is done and its picture is written. */
  default void validation(ValidationResult result) {}
}
