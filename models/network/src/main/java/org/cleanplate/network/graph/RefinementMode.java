package org.cleanplate.network.graph;

/** The part of a {@link Refinement} that shapes the graph; counts and thresholds are its inputs. */
public enum RefinementMode {
  FULL,
  /** The blocks of largest error, those of none left alone. */
  SAMPLING,
  /** The blocks of largest error, to the full number. */
  SAMPLING_TO_COUNT,
  THRESHOLDING,
  NONE;

  public static RefinementMode of(Refinement refinement) {
    if (refinement instanceof Refinement.Full) {
      return FULL;
    }
    if (refinement instanceof Refinement.Sampling sampling) {
      return sampling.preventOversampling() ? SAMPLING : SAMPLING_TO_COUNT;
    }
    return refinement instanceof Refinement.Thresholding ? THRESHOLDING : NONE;
  }

  /** Whether a subset of the blocks is refined. */
  public boolean selects() {
    return this == SAMPLING || this == SAMPLING_TO_COUNT || this == THRESHOLDING;
  }

  /** Whether {@link GraphInputs#SAMPLE_BLOCKS} is an input. */
  public boolean samples() {
    return this == SAMPLING || this == SAMPLING_TO_COUNT;
  }
}
