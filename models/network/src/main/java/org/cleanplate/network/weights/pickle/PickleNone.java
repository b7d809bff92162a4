package org.cleanplate.network.weights.pickle;

/** Python's {@code None}. */
public enum PickleNone {
  NONE
}
