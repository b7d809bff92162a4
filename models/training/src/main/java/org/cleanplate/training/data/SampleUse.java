package org.cleanplate.training.data;

/** What samples are for. */
public enum SampleUse {
  /** To learn from. */
  TRAINING,
  /** To measure on, and never to learn from. */
  VALIDATION
}
