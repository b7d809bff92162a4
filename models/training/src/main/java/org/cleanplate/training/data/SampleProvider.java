package org.cleanplate.training.data;

import org.cleanplate.training.TrainingData;

/** Opens what a plan wants to learn from. */
@FunctionalInterface
public interface SampleProvider {

  /**
   * Opens an endless supply.
   *
   * @param use what the samples are for; of a data set, validation gets what is held out
   * @param seed of all that is random in it; training and validation use different ones
   * @return the caller's, to close
   * @throws org.cleanplate.MattingException if a data set cannot be used
   */
  SampleSource open(TrainingData data, SampleUse use, long seed);
}
