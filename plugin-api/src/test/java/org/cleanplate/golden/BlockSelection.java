package org.cleanplate.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.cleanplate.network.graph.Refinement;

/**
 * Which 4x4 blocks were refined, here and in the reference. A block whose error lies on the verge
 * of being selected may be chosen otherwise by another order of summation; its pixels are then not
 * compared.
 */
final class BlockSelection {
  private static final double VERGE = 3e-4;
  private static final int MAX_DIFFERENT = 4;

  private final Planes found;
  private final Planes expected;

  /**
   * Pairs two maps of the selected blocks.
   *
   * @param found one value a block, zero if it was left alone
   * @param expected the reference's, likewise
   */
  BlockSelection(Planes found, Planes expected) {
    assertEquals(expected.width(), found.width(), "blocks across");
    assertEquals(expected.height(), found.height(), "blocks down");
    this.found = found;
    this.expected = expected;
  }

  /** Whether a pixel of the full-size picture lies in a block that both treated alike. */
  boolean agreesAt(int x, int y) {
    return agrees(y / 4 * expected.width() + x / 4);
  }

  int differentCount() {
    int count = 0;
    for (int i = 0; i < expected.values().length; i++) {
      count += agrees(i) ? 0 : 1;
    }
    return count;
  }

  int selectedCount() {
    int count = 0;
    for (float value : found.values()) {
      count += value == 0 ? 0 : 1;
    }
    return count;
  }

  /** Fails if a block differs without being on the verge, or if more than a few differ. */
  void assertDiffersOnlyOnTheVerge(Refinement refinement, Planes coarseError) {
    assertDiffersOnlyWithin(VERGE, refinement, coarseError);
    int different = differentCount();
    assertTrue(different <= MAX_DIFFERENT, different + " blocks differ, at most " + MAX_DIFFERENT);
  }

  /** Fails if a block differs whose error is further from the deciding one than that. */
  void assertDiffersOnlyWithin(double width, Refinement refinement, Planes coarseError) {
    float[] errors = coarseError.resize(expected.width(), expected.height()).values();
    OptionalDouble verge = verge(refinement, errors);
    for (int i = 0; i < errors.length; i++) {
      if (!agrees(i)) {
        String block =
            "Block %d, %d of error %.6f was %s, unlike the reference; the verge is %s"
                .formatted(
                    i % expected.width(),
                    i / expected.width(),
                    errors[i],
                    found.values()[i] == 0 ? "left alone" : "refined",
                    verge);
        assertTrue(verge.isPresent() && Math.abs(errors[i] - verge.getAsDouble()) <= width, block);
      }
    }
  }

  /** The error that decides; empty if every block's fate is certain. */
  private static OptionalDouble verge(Refinement refinement, float[] errors) {
    if (refinement instanceof Refinement.Thresholding thresholding) {
      return OptionalDouble.of(thresholding.error());
    }
    if (refinement instanceof Refinement.Sampling sampling) {
      int selected = Math.min(sampling.pixels() / 16, errors.length);
      boolean everyBlock = selected == errors.length && !sampling.preventOversampling();
      if (selected == 0 || everyBlock) {
        return OptionalDouble.empty();
      }
      float[] ascending = errors.clone();
      Arrays.sort(ascending);
      return OptionalDouble.of(ascending[ascending.length - selected]);
    }
    return OptionalDouble.empty();
  }

  private boolean agrees(int block) {
    return (found.values()[block] == 0) == (expected.values()[block] == 0);
  }
}
