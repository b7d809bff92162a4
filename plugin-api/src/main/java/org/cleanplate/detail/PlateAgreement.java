package org.cleanplate.detail;

import java.util.Arrays;
import org.cleanplate.detail.CellGrid.Box;
import org.cleanplate.frame.Coverage;

/** How far frame and plate agree, and what of that is noise. Used by one thread. */
final class PlateAgreement {
  /** Cells with a lower mean alpha tell the noise. */
  private static final float GROUND_BELOW = 0.02f;

  /** Fewer cells do not tell it. */
  private static final int FEWEST_CELLS = 64;

  /** So many cells of a large frame, spread evenly, are looked at for the noise. */
  private static final int CELLS_LOOKED_AT = 4000;

  /** Share of the ground that differs by no more than what is taken for noise. */
  private static final double NOISE_SHARE = 0.97;

  /** Differences up to that, of white, are noise in any case. */
  private static final float LEAST_DIFFERENCE = 4 / 255f;

  private final CellGrid grid;
  private final float[] alpha;
  private final Pixels frame;
  private final Pixels plate;
  private final Coverage covered;
  private final float[] seen = new float[3];
  private final float[] clean = new float[3];

  /**
   * @param alpha of the network, 0..1; {@link #lower} changes it in place
   * @param covered what of the plate holds picture; only there is the noise looked for
   */
  PlateAgreement(CellGrid grid, float[] alpha, Pixels frame, Pixels plate, Coverage covered) {
    this.grid = grid;
    this.alpha = alpha;
    this.frame = frame;
    this.plate = plate;
    this.covered = covered;
  }

  /** What the ground differs by, at most; not a number if there is too little of it. */
  float noise() {
    float[] differences = new float[grid.cells()];
    int count = 0;
    // Odd, so that it does not keep to some columns.
    int step = differences.length / CELLS_LOOKED_AT | 1;
    for (int cell = 0; cell < differences.length; cell += step) {
      if (isCovered(grid.centre(cell)) && grid.mean(cell, alpha) < GROUND_BELOW) {
        differences[count++] = differenceAt(grid.centre(cell));
      }
    }
    if (count < FEWEST_CELLS) {
      return Float.NaN;
    }
    Arrays.sort(differences, 0, count);
    return Math.max(LEAST_DIFFERENCE, differences[(int) (NOISE_SHARE * count)]);
  }

  private boolean isCovered(int pixel) {
    return covered.covers(pixel % grid.width(), pixel / grid.width());
  }

  /** Lowers alpha where a box differs by little more than noise, and writes these pixels. */
  void lower(Box box, float noise, DetailSink sink) {
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        int pixel = y * grid.width() + x;
        if (alpha[pixel] > 0) {
          lower(pixel, (differenceAt(pixel) - noise) / noise, sink);
        }
      }
    }
  }

  private void lower(int pixel, float share, DetailSink sink) {
    if (share < 1) {
      alpha[pixel] *= Math.max(0, share);
      frame.read(pixel, seen);
      sink.write(pixel, alpha[pixel], seen);
    }
  }

  /** Mean absolute difference of frame and plate around a pixel, of three by three. */
  float differenceAt(int pixel) {
    int x = pixel % grid.width();
    int y = pixel / grid.width();
    Box around = grid.around(new Box(x, y, x + 1, y + 1), 1);
    float sum = 0;
    for (int row = around.top(); row < around.bottom(); row++) {
      for (int column = around.left(); column < around.right(); column++) {
        frame.read(row * grid.width() + column, seen);
        plate.read(row * grid.width() + column, clean);
        for (int c = 0; c < 3; c++) {
          sum += Math.abs(seen[c] - clean[c]);
        }
      }
    }
    return sum / (3 * around.width() * around.height());
  }
}
