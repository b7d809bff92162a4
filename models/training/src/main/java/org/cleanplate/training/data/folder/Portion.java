package org.cleanplate.training.data.folder;

import java.util.ArrayList;
import java.util.List;
import org.cleanplate.training.data.SampleUse;

/**
 * The part of a data set that is used.
 *
 * @param heldOutShare part of the entries that only validation sees, 0..0.5
 * @param use what the part is for
 */
public record Portion(double heldOutShare, SampleUse use) {
  /** Everything. */
  public static final Portion ALL = new Portion(0, SampleUse.TRAINING);

  /**
   * The entries of this part, in their order. Those held out lie evenly among the others; if there
   * are so few entries that none is, both uses get all.
   */
  <T> List<T> of(List<T> entries) {
    List<T> learnt = new ArrayList<>();
    List<T> heldOut = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      boolean held = Math.round((i + 1) * heldOutShare) > Math.round(i * heldOutShare);
      (held ? heldOut : learnt).add(entries.get(i));
    }
    return use == SampleUse.VALIDATION && !heldOut.isEmpty() ? heldOut : learnt;
  }
}
