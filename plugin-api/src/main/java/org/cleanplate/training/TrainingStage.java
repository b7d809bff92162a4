package org.cleanplate.training;

import java.util.Locale;

/**
 * The published order of training (Lin et al. 2021, section 5); each starts from the one before.
 */
public enum TrainingStage {
  /** The base network alone, on small crops. */
  BASE,
  /** The refiner, with the base or on top of it. */
  REFINE,
  /** Few gentle steps of the whole network, on the user's own data. */
  FINETUNE;

  /** The word in plans: {@code base}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
