package org.cleanplate.imagej.parameters;

import java.util.Locale;
import org.cleanplate.network.graph.Refinement;

/** The values of {@code refinement=}. */
public enum RefinementKind {
  SAMPLING,
  THRESHOLDING,
  FULL,
  NONE;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static RefinementKind of(Refinement refinement) {
    if (refinement instanceof Refinement.Sampling) {
      return SAMPLING;
    }
    if (refinement instanceof Refinement.Thresholding) {
      return THRESHOLDING;
    }
    return refinement instanceof Refinement.Full ? FULL : NONE;
  }

  /** The refinement of this kind; it takes from the numbers what it needs. */
  public Refinement with(int pixels, double threshold) {
    return switch (this) {
      case SAMPLING -> new Refinement.Sampling(pixels);
      case THRESHOLDING -> new Refinement.Thresholding(threshold);
      case FULL -> new Refinement.Full();
      case NONE -> new Refinement.None();
    };
  }
}
