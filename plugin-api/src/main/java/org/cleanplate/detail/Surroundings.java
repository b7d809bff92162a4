package org.cleanplate.detail;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What the surroundings of each cell tell: how bright the frame is against the plate, how well the
 * two agree after that, and what colour the subject has. Between the cells' centres it is
 * interpolated, so that no cell shows in the matte.
 */
final class Surroundings {
  /** Cells to each side that tell about the background: 20 pixels. */
  private static final int BACKGROUND_REACH = 2;

  /** Cells to each side that tell the subject's colour: 12 pixels. */
  private static final int SUBJECT_REACH = 1;

  /** The brightness of frame against plate is believed between one over this and this. */
  private static final float MOST_GAIN = 1.4f;

  /** The worst disagreement that is told apart, as a variance. */
  private static final float MOST_VARIANCE = 0.04f;

  /** Keeps black pixels from deciding the brightness. */
  private static final float BLACK_WEIGHT = 0.004f;

  /** Fewer pixels, weighted by distance, tell no colour. */
  private static final float FEWEST_PIXELS = 1e-3f;

  private final CellGrid grid;
  private final boolean[] known;
  private final float[][] gain;
  private final float[] variance;
  private final float[][] subject;

  private Surroundings(CellGrid grid) {
    this.grid = grid;
    known = new boolean[grid.cells()];
    gain = new float[3][grid.cells()];
    variance = new float[grid.cells()];
    subject = new float[3][grid.cells()];
  }

  /**
   * Looks around {@code cells}.
   *
   * @param cells where it will be asked for
   */
  static Surroundings measure(
      CellGrid grid, BitSet cells, CertainPixels certain, Pixels frame, Pixels plate) {
    BitSet needed = grid.grown(cells, 4 * BACKGROUND_REACH + 1);
    CellSums sums = CellSums.of(grid, needed, certain, frame, plate);
    float[] background = WindowSums.of(grid, sums.backgroundPixels, BACKGROUND_REACH);
    float[] subject = WindowSums.of(grid, sums.subjectPixels, SUBJECT_REACH);
    Surroundings around = new Surroundings(grid);
    for (int i = 0; i < background.length; i++) {
      around.known[i] = background[i] > FEWEST_PIXELS && subject[i] > FEWEST_PIXELS;
    }
    for (int c = 0; c < 3; c++) {
      around.setBackground(c, sums, background);
      around.setSubject(c, sums, subject);
    }
    return around;
  }

  private void setBackground(int c, CellSums sums, float[] pixels) {
    float[] product = WindowSums.of(grid, sums.frameTimesPlate[c], BACKGROUND_REACH);
    float[] plate = WindowSums.of(grid, sums.plateSquared[c], BACKGROUND_REACH);
    float[] frame = WindowSums.of(grid, sums.frameSquared[c], BACKGROUND_REACH);
    for (int i = 0; i < pixels.length; i++) {
      if (known[i]) {
        float dark = BLACK_WEIGHT * pixels[i];
        float ratio = (product[i] + dark) / (plate[i] + dark);
        float g = Math.max(1 / MOST_GAIN, Math.min(MOST_GAIN, ratio));
        float residual = (frame[i] - 2 * g * product[i] + g * g * plate[i]) / pixels[i];
        gain[c][i] = g;
        variance[i] += Math.max(0, Math.min(MOST_VARIANCE, residual)) / 3;
      }
    }
  }

  private void setSubject(int c, CellSums sums, float[] pixels) {
    float[] colour = WindowSums.of(grid, sums.subjectColour[c], SUBJECT_REACH);
    for (int i = 0; i < pixels.length; i++) {
      subject[c][i] = known[i] ? colour[i] / pixels[i] : 0;
    }
  }

  /** What the surroundings of one pixel tell. Filled again and again. */
  static final class At {
    /** What the plate is to be multiplied with, by channel. */
    final float[] gain = new float[3];

    /** Mean squared difference of frame and plate after that, mean of the channels. */
    float variance;

    /** The subject's colour. */
    final float[] subject = new float[3];

    private void clear() {
      Arrays.fill(gain, 0);
      Arrays.fill(subject, 0);
      variance = 0;
    }

    private void divideBy(float weight) {
      variance /= weight;
      for (int c = 0; c < 3; c++) {
        gain[c] /= weight;
        subject[c] /= weight;
      }
    }
  }

  /**
   * Fills {@code at} for a pixel.
   *
   * @return false if there is no background or no subject nearby; {@code at} then says nothing
   */
  boolean read(int x, int y, At at) {
    float column = centred(x, grid.across());
    float row = centred(y, grid.down());
    int left = (int) column;
    int top = (int) row;
    int right = Math.min(left + 1, grid.across() - 1);
    int bottom = Math.min(top + 1, grid.down() - 1);
    float across = column - left;
    float down = row - top;
    at.clear();
    float weight = add(at, top * grid.across() + left, (1 - across) * (1 - down));
    weight += add(at, top * grid.across() + right, across * (1 - down));
    weight += add(at, bottom * grid.across() + left, (1 - across) * down);
    weight += add(at, bottom * grid.across() + right, across * down);
    if (weight == 0) {
      return false;
    }
    at.divideBy(weight);
    return true;
  }

  /** The pixel's place in cells, counted from their centres. */
  private static float centred(int pixel, int cells) {
    float place = (pixel + 0.5f) / CellGrid.SIDE - 0.5f;
    return Math.max(0, Math.min(cells - 1, place));
  }

  private float add(At at, int cell, float weight) {
    if (!known[cell]) {
      return 0;
    }
    for (int c = 0; c < 3; c++) {
      at.gain[c] += weight * gain[c][cell];
      at.subject[c] += weight * subject[c][cell];
    }
    at.variance += weight * variance[cell];
    return weight;
  }
}
