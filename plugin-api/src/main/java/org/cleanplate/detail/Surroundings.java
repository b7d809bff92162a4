package org.cleanplate.detail;

import java.util.Arrays;
import java.util.BitSet;
import org.cleanplate.frame.PixelReader;

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
  private final float[][] gain;
  private final float[] variance;
  private final float[][] subject;

  private Surroundings(CellGrid grid) {
    this.grid = grid;
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
      CellGrid grid, BitSet cells, CertainPixels certain, PixelReader frame, PixelReader plate) {
    BitSet needed = grid.grown(cells, 4 * BACKGROUND_REACH + 1);
    Surroundings around = new Surroundings(grid);
    CellSums sums = CellSums.of(grid, needed, certain, frame, plate);
    around.setBackground(sums);
    around.setSubject(sums);
    return around;
  }

  private void setBackground(CellSums sums) {
    float[] pixels = WindowSums.of(grid, sums.backgroundPixels, BACKGROUND_REACH);
    for (int c = 0; c < 3; c++) {
      float[] product = WindowSums.of(grid, sums.frameTimesPlate[c], BACKGROUND_REACH);
      float[] plate = WindowSums.of(grid, sums.plateSquared[c], BACKGROUND_REACH);
      float[] frame = WindowSums.of(grid, sums.frameSquared[c], BACKGROUND_REACH);
      for (int i = 0; i < pixels.length; i++) {
        float dark = BLACK_WEIGHT * pixels[i];
        float least = 1 / MOST_GAIN;
        float g = Math.max(least, Math.min(MOST_GAIN, (product[i] + dark) / (plate[i] + dark)));
        boolean known = pixels[i] > FEWEST_PIXELS;
        gain[c][i] = known ? g : 1;
        float residual = frame[i] - 2 * g * product[i] + g * g * plate[i];
        variance[i] += known ? Math.max(0, residual / pixels[i]) / 3 : MOST_VARIANCE / 3;
      }
    }
    for (int i = 0; i < variance.length; i++) {
      variance[i] = Math.min(MOST_VARIANCE, variance[i]);
    }
  }

  private void setSubject(CellSums sums) {
    float[] pixels = WindowSums.of(grid, sums.subjectPixels, SUBJECT_REACH);
    for (int c = 0; c < 3; c++) {
      float[] colour = WindowSums.of(grid, sums.subjectColour[c], SUBJECT_REACH);
      for (int i = 0; i < pixels.length; i++) {
        subject[c][i] = pixels[i] > FEWEST_PIXELS ? colour[i] / pixels[i] : Float.NaN;
      }
    }
  }

  /** What the surroundings of one pixel tell. Filled again and again. */
  static final class At {
    /** What the plate is to be multiplied with, by channel. */
    final float[] gain = new float[3];

    /** Mean squared difference of frame and plate, mean of the channels. */
    float variance;

    /** The subject's colour; without meaning unless {@link #subjectKnown}. */
    final float[] subject = new float[3];

    /** Whether there is subject nearby. */
    boolean subjectKnown;

    private void clear() {
      Arrays.fill(gain, 0);
      Arrays.fill(subject, 0);
      variance = 0;
    }
  }

  /** Fills {@code at} for a pixel. */
  void read(int x, int y, At at) {
    float column = centred(x, grid.across());
    float row = centred(y, grid.down());
    int left = (int) column;
    int top = (int) row;
    int right = Math.min(left + 1, grid.across() - 1);
    int bottom = Math.min(top + 1, grid.down() - 1);
    float across = column - left;
    float down = row - top;
    at.clear();
    float known = add(at, top * grid.across() + left, (1 - across) * (1 - down));
    known += add(at, top * grid.across() + right, across * (1 - down));
    known += add(at, bottom * grid.across() + left, (1 - across) * down);
    known += add(at, bottom * grid.across() + right, across * down);
    at.subjectKnown = known > 0;
    for (int c = 0; c < 3 && at.subjectKnown; c++) {
      at.subject[c] /= known;
    }
  }

  /** The pixel's place in cells, counted from their centres. */
  private static float centred(int pixel, int cells) {
    float place = (pixel + 0.5f) / CellGrid.SIDE - 0.5f;
    return Math.max(0, Math.min(cells - 1, place));
  }

  private float add(At at, int cell, float weight) {
    boolean known = !Float.isNaN(subject[0][cell]);
    for (int c = 0; c < 3; c++) {
      at.gain[c] += weight * gain[c][cell];
      at.subject[c] += known ? weight * subject[c][cell] : 0;
    }
    at.variance += weight * variance[cell];
    return known ? weight : 0;
  }
}
