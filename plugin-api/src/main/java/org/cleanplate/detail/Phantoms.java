package org.cleanplate.detail;

import java.nio.FloatBuffer;
import java.util.BitSet;
import org.cleanplate.matte.Components;

/**
 * Takes back what the network sees where nothing is. On ground without texture it may suspect a
 * subject of the very colour of the ground, a fog over parts in which frame and plate differ by
 * nothing but noise. Part of a real subject may have that colour as well, so what hangs together is
 * judged as a whole: it stays if at least {@link #LEAST_SHARE} of it differs from the plate. If
 * not, only what differs stays. So it is with the haze that hangs together with nothing.
 */
final class Phantoms {
  /** Cells with a mean alpha from here on hang together with their neighbours. */
  private static final float SEEN_FROM = 0.25f;

  /** Alpha from which on a pixel ought to differ from the plate. */
  private static final float BODY_FROM = 0.25f;

  /** So many cells around a phantom are its fringe, where no other part is. */
  private static final int FRINGE = 2;

  /**
   * Of subjects over photographs 92 % or more differ, of fog over microscopy at most 33 %,
   * measured.
   */
  private static final double LEAST_SHARE = 0.5;

  private final CellGrid grid;
  private final float[] alpha;
  private final PlateAgreement agreement;

  /**
   * @param alpha of the network, 0..1; changed in place
   * @param agreement of frame and plate
   */
  Phantoms(CellGrid grid, float[] alpha, PlateAgreement agreement) {
    this.grid = grid;
    this.alpha = alpha;
    this.agreement = agreement;
  }

  /** Lowers alpha where nothing is, and writes these pixels. */
  void takeBack(DetailSink sink) {
    float noise = agreement.noise();
    if (Float.isNaN(noise)) {
      return;
    }
    float[] mean = grid.means(alpha);
    BitSet cells =
        phantoms(Components.of(FloatBuffer.wrap(mean), grid.across(), SEEN_FROM, 1), mean, noise);
    for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
      agreement.lower(grid.pixelsOf(cell), noise, sink);
    }
  }

  /** The cells in which next to nothing is seen, and no subject is near. */
  private BitSet haze(Components parts, float[] mean, BitSet subjects) {
    BitSet haze = grid.where(cell -> parts.labels()[cell] == 0 && mean[cell] > 0);
    haze.andNot(grid.grown(subjects, FRINGE));
    return haze;
  }

  /** The cells of the parts that hardly differ from the plate, of their fringes, and of haze. */
  private BitSet phantoms(Components parts, float[] mean, float noise) {
    int[] body = new int[parts.components().size() + 1];
    int[] differing = new int[body.length];
    for (int cell = 0; cell < grid.cells(); cell++) {
      int part = parts.labels()[cell];
      if (part > 0 && alpha[grid.centre(cell)] > BODY_FROM) {
        body[part]++;
        differing[part] += agreement.differenceAt(grid.centre(cell)) > noise ? 1 : 0;
      }
    }
    BitSet phantoms = new BitSet(grid.cells());
    BitSet subjects = new BitSet(grid.cells());
    for (int cell = 0; cell < grid.cells(); cell++) {
      int part = parts.labels()[cell];
      if (part > 0) {
        boolean differs = differing[part] >= LEAST_SHARE * body[part];
        (differs ? subjects : phantoms).set(cell);
      }
    }
    BitSet cells = grid.grown(phantoms, FRINGE);
    cells.andNot(subjects);
    cells.or(haze(parts, mean, subjects));
    return cells;
  }
}
