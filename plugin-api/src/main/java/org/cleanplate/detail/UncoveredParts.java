package org.cleanplate.detail;

import java.nio.FloatBuffer;
import java.util.BitSet;
import org.cleanplate.detail.CellGrid.Box;
import org.cleanplate.frame.Coverage;
import org.cleanplate.matte.Components;

/**
 * Takes back what the network sees where a plate that was moved holds no picture. Nobody knows the
 * ground there, so any of it may look like a subject. What hangs together is judged as a whole: it
 * stays if enough of it lies where the plate is known. If not, it ends there, and where nothing
 * stays nothing is.
 */
final class UncoveredParts {
  /**
   * Cells with a mean alpha from here on hang together with their neighbours: a single hair is seen
   * from 0.1 on.
   */
  private static final float SEEN_FROM = 0.05f;

  /** A part of which so much lies beyond the plate's edge is not known to be a subject. */
  private static final double LARGEST_SHARE = 0.6;

  /** So many cells within the edge what lies beyond it may be smeared by the network. */
  private static final int MARGIN = 2;

  /** So many cells around a part belong to it. */
  private static final int FRINGE = 1;

  private final CellGrid grid;
  private final float[] alpha;
  private final Coverage covered;

  /**
   * @param alpha of the network, 0..1; changed in place
   * @param covered what of the plate holds picture
   */
  UncoveredParts(CellGrid grid, float[] alpha, Coverage covered) {
    this.grid = grid;
    this.alpha = alpha;
    this.covered = covered;
  }

  /** Lowers alpha to nothing where no subject is known to be. */
  ChangedPixels clear() {
    BitSet beyond = cellsBeyond();
    BitSet cleared = new BitSet();
    if (!beyond.isEmpty()) {
      BitSet cells = withoutSubject(beyond);
      cells.stream().forEach(cell -> clear(grid.pixelsOf(cell), cleared));
    }
    return new ChangedPixels(cleared, alpha);
  }

  private BitSet withoutSubject(BitSet beyond) {
    float[] mean = grid.means(alpha);
    Components parts = Components.of(FloatBuffer.wrap(mean), grid.across(), SEEN_FROM, 1);
    BitSet unknown = unknown(parts, mean, beyond);
    BitSet known = grid.where(cell -> parts.labels()[cell] > 0 && !unknown.get(cell));
    BitSet cells = grid.grown(unknown, FRINGE);
    cells.and(grid.grown(beyond, MARGIN));
    cells.or(beyond);
    cells.andNot(grid.grown(known, FRINGE));
    return cells;
  }

  private void clear(Box box, BitSet cleared) {
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        int pixel = y * grid.width() + x;
        cleared.set(pixel, alpha[pixel] > 0);
        alpha[pixel] = 0;
      }
    }
  }

  /** The cells with a pixel that the plate does not cover. */
  private BitSet cellsBeyond() {
    return covers(new Box(0, 0, grid.width(), grid.height()))
        ? new BitSet()
        : grid.where(cell -> !covers(grid.pixelsOf(cell)));
  }

  private boolean covers(Box box) {
    return covered.covers(box.left(), box.top(), box.right() - 1, box.bottom() - 1);
  }

  /** The cells of the parts that lie mostly beyond the plate's edge. */
  private BitSet unknown(Components parts, float[] mean, BitSet beyond) {
    double[] all = new double[parts.components().size() + 1];
    double[] uncovered = new double[all.length];
    for (int cell = 0; cell < grid.cells(); cell++) {
      int part = parts.labels()[cell];
      if (part > 0) {
        Box box = grid.pixelsOf(cell);
        all[part] += mean[cell] * box.width() * box.height();
        uncovered[part] += beyond.get(cell) ? uncoveredAlpha(box) : 0;
      }
    }
    return grid.where(
        cell -> {
          int part = parts.labels()[cell];
          return part > 0 && uncovered[part] >= LARGEST_SHARE * all[part];
        });
  }

  private double uncoveredAlpha(Box box) {
    double sum = 0;
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        sum += covered.covers(x, y) ? 0 : alpha[y * grid.width() + x];
      }
    }
    return sum;
  }
}
