package org.cleanplate.detail;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.cleanplate.matte.Components;

/** Which dark parts of the ground end at something that can cast a shadow. */
final class Casters {
  private final Components dark;
  private final int[] casterArea;

  /**
   * @param linked dark ground, as far as the subjects that it ends at
   * @param subjects that may cast a shadow
   * @param inner what of the subjects is more than an outline: it counts as their area
   */
  Casters(int squares, int across, BitSet linked, BitSet subjects, BitSet inner) {
    dark = Squares.parts(linked, squares, across);
    casterArea = new int[dark.components().size() + 1];
    Components casters = Squares.parts(subjects, squares, across);
    int[] innerArea = new int[casters.components().size() + 1];
    inner.stream().forEach(i -> innerArea[casters.labels()[i]]++);
    Set<Long> met = new HashSet<>();
    for (int i = linked.nextSetBit(0); i >= 0; i = linked.nextSetBit(i + 1)) {
      int part = dark.labels()[i];
      int caster = casters.labels()[i];
      if (caster > 0 && met.add((long) part << 32 | caster)) {
        casterArea[part] += innerArea[caster];
      }
    }
  }

  /**
   * Those of some dark squares that are cast.
   *
   * @param leastShare the casters' area as a share of that of the squares they darken
   */
  BitSet of(BitSet squares, float leastShare) {
    int[] area = new int[casterArea.length];
    squares.stream().forEach(i -> area[dark.labels()[i]]++);
    BitSet cast = new BitSet(squares.size());
    squares.stream()
        .filter(i -> casterArea[dark.labels()[i]] >= leastShare * area[dark.labels()[i]])
        .forEach(cast::set);
    return cast;
  }
}
