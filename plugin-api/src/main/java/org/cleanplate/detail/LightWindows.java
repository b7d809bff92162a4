package org.cleanplate.detail;

import org.cleanplate.frame.BoxSums;

/**
 * How the frame follows the plate within a small window around each square: by what factor, the
 * same in all channels, and what that leaves unexplained.
 *
 * @param ratio the factor
 * @param residual the root of the mean squared difference that it leaves, of white
 * @param mismatch by how much the mean colour differs after it, in the most different channel
 * @param texture the plate's standard deviation, of white
 */
record LightWindows(float[] ratio, float[] residual, float[] mismatch, float[] texture) {
  /** Squares to each side. */
  static final int REACH = 2;

  /** Keeps black from deciding the factor. */
  private static final float BLACK = 1e-4f;

  static LightWindows of(PartMeans means) {
    int across = means.across;
    float[] product = sum(means.frame, means.plate, across);
    float[] plateSquared = sum(means.plate, means.plate, across);
    float[] frameSquared = sum(means.frame, means.frame, across);
    int[] counts = counts(means);
    float[] ratio = new float[means.squares()];
    float[] residual = new float[ratio.length];
    for (int i = 0; i < ratio.length; i++) {
      float factor = (product[i] + BLACK) / (plateSquared[i] + BLACK);
      float left = frameSquared[i] - 2 * factor * product[i] + factor * factor * plateSquared[i];
      ratio[i] = factor;
      residual[i] = deviation(left, counts[i]);
    }
    return compared(means, counts, ratio, residual, plateSquared);
  }

  /**
   * Compares the mean colours as well.
   *
   * @param counts squares of each window
   * @param plateSquared becomes the sum of the plate's squared deviations from its mean
   */
  private static LightWindows compared(
      PartMeans means, int[] counts, float[] ratio, float[] residual, float[] plateSquared) {
    float[] mismatch = new float[ratio.length];
    for (int c = 0; c < 3; c++) {
      float[] frame = BoxSums.of(means.frame[c], means.across, REACH);
      float[] plate = BoxSums.of(means.plate[c], means.across, REACH);
      for (int i = 0; i < ratio.length; i++) {
        mismatch[i] = Math.max(mismatch[i], Math.abs(frame[i] - ratio[i] * plate[i]) / counts[i]);
        plateSquared[i] -= plate[i] * plate[i] / counts[i];
      }
    }
    float[] texture = new float[ratio.length];
    for (int i = 0; i < texture.length; i++) {
      texture[i] = deviation(plateSquared[i], counts[i]);
    }
    return new LightWindows(ratio, residual, mismatch, texture);
  }

  private static float deviation(float squares, int count) {
    return (float) Math.sqrt(Math.max(0, squares) / (3 * count));
  }

  /** Sums of products over all channels and each window. */
  private static float[] sum(float[][] a, float[][] b, int across) {
    float[] products = new float[a[0].length];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < products.length; i++) {
        products[i] += a[c][i] * b[c][i];
      }
    }
    return BoxSums.of(products, across, REACH);
  }

  /** The squares of each window, fewer at the edge of the part. */
  private static int[] counts(PartMeans means) {
    int[] counts = new int[means.squares()];
    int down = counts.length / means.across;
    for (int row = 0; row < down; row++) {
      for (int column = 0; column < means.across; column++) {
        counts[row * means.across + column] = extent(column, means.across) * extent(row, down);
      }
    }
    return counts;
  }

  private static int extent(int place, int length) {
    return Math.min(length, place + REACH + 1) - Math.max(0, place - REACH);
  }

  /** By how much the factor changes from square to square, along rows or columns. */
  float slope(int square, int across) {
    int column = square % across;
    int left = column > 0 ? square - 1 : square;
    int right = column < across - 1 ? square + 1 : square;
    int above = square >= across ? square - across : square;
    int below = square + across < ratio.length ? square + across : square;
    return Math.max(
        Math.abs(ratio[right] - ratio[left]) / 2, Math.abs(ratio[below] - ratio[above]) / 2);
  }
}
