package org.cleanplate.detail;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.BitSet;
import org.cleanplate.detail.CellGrid.Box;
import org.cleanplate.matte.Components;

/**
 * Takes back what the network sees where nothing is. On ground without texture it may suspect a
 * subject of the very colour of the ground, a fog over parts in which frame and plate differ by
 * nothing but noise. Part of a real subject may have that colour as well, so what hangs together is
 * judged as a whole: it stays if at least {@link #LEAST_SHARE} of it differs from the plate. If
 * not, only what differs stays.
 */
final class Phantoms {
  /** Cells with a mean alpha from here on hang together with their neighbours. */
  private static final float SEEN_FROM = 0.25f;

  /** Alpha from which on a pixel ought to differ from the plate. */
  private static final float BODY_FROM = 0.25f;

  /** Cells with a lower mean alpha tell the noise. */
  private static final float GROUND_BELOW = 0.02f;

  /** So many cells around a phantom are its fringe, where no other part is. */
  private static final int FRINGE = 2;

  /** Fewer cells do not tell it. */
  private static final int FEWEST_CELLS = 64;

  /** So many cells of a large frame, spread evenly, are looked at for the noise. */
  private static final int CELLS_LOOKED_AT = 4000;

  /** Share of the ground that differs by no more than what is taken for noise. */
  private static final double NOISE_SHARE = 0.97;

  /** Differences up to that, of white, are noise in any case. */
  private static final float LEAST_DIFFERENCE = 4 / 255f;

  /**
   * Of subjects over photographs 92 % or more differ, of fog over microscopy at most 33 %,
   * measured.
   */
  private static final double LEAST_SHARE = 0.5;

  private final CellGrid grid;
  private final float[] alpha;
  private final LevelledPixels frame;
  private final LevelledPixels plate;
  private final float[] seen = new float[3];
  private final float[] clean = new float[3];

  /**
   * @param alpha of the network, 0..1; changed in place
   */
  Phantoms(CellGrid grid, float[] alpha, LevelledPixels frame, LevelledPixels plate) {
    this.grid = grid;
    this.alpha = alpha;
    this.frame = frame;
    this.plate = plate;
  }

  /** Lowers alpha where nothing is, and writes these pixels. */
  void takeBack(DetailSink sink) {
    float[] mean = meanAlpha();
    float noise = noise(mean);
    if (Float.isNaN(noise)) {
      return;
    }
    BitSet cells =
        phantoms(Components.of(FloatBuffer.wrap(mean), grid.across(), SEEN_FROM, 1), noise);
    for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
      lower(grid.pixelsOf(cell), noise, sink);
    }
  }

  /** The mean alpha of each cell. */
  private float[] meanAlpha() {
    float[] mean = new float[grid.cells()];
    int pixel = 0;
    for (int y = 0; y < grid.height(); y++) {
      int row = y / CellGrid.SIDE * grid.across();
      for (int x = 0; x < grid.width(); x++, pixel++) {
        mean[row + x / CellGrid.SIDE] += alpha[pixel];
      }
    }
    for (int cell = 0; cell < mean.length; cell++) {
      Box box = grid.pixelsOf(cell);
      mean[cell] /= box.width() * box.height();
    }
    return mean;
  }

  /** What the ground differs by, at most; not a number if there is too little of it. */
  private float noise(float[] mean) {
    float[] differences = new float[grid.cells()];
    int count = 0;
    // Odd, so that it does not keep to some columns.
    int step = mean.length / CELLS_LOOKED_AT | 1;
    for (int cell = 0; cell < mean.length; cell += step) {
      if (mean[cell] < GROUND_BELOW) {
        differences[count++] = differenceAt(centre(cell));
      }
    }
    if (count < FEWEST_CELLS) {
      return Float.NaN;
    }
    Arrays.sort(differences, 0, count);
    return Math.max(LEAST_DIFFERENCE, differences[(int) (NOISE_SHARE * count)]);
  }

  /** The cells of the parts that hardly differ from the plate, and of their fringes. */
  private BitSet phantoms(Components parts, float noise) {
    int[] body = new int[parts.components().size() + 1];
    int[] differing = new int[body.length];
    for (int cell = 0; cell < grid.cells(); cell++) {
      int part = parts.labels()[cell];
      if (part > 0 && alpha[centre(cell)] > BODY_FROM) {
        body[part]++;
        differing[part] += differenceAt(centre(cell)) > noise ? 1 : 0;
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
    return cells;
  }

  private void lower(Box cell, float noise, DetailSink sink) {
    for (int y = cell.top(); y < cell.bottom(); y++) {
      for (int x = cell.left(); x < cell.right(); x++) {
        int pixel = y * grid.width() + x;
        float share = (differenceAt(pixel) - noise) / noise;
        if (alpha[pixel] > 0 && share < 1) {
          alpha[pixel] *= Math.max(0, share);
          frame.read(pixel, seen);
          sink.write(pixel, alpha[pixel], seen);
        }
      }
    }
  }

  private int centre(int cell) {
    Box box = grid.pixelsOf(cell);
    return (box.top() + box.height() / 2) * grid.width() + box.left() + box.width() / 2;
  }

  /** Mean absolute difference of frame and plate around a pixel, of three by three. */
  private float differenceAt(int pixel) {
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
