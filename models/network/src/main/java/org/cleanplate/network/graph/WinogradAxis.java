package org.cleanplate.network.graph;

/**
 * One axis of {@link WinogradConv}: the four products that two neighbouring results of a filter of
 * three taps g0 g1 g2 are made of. The results see four pixels d0 d1 d2 d3.
 *
 * <p>The first result is {@code FIRST + SUM - DIFFERENCE}, the second one {@code SUM + DIFFERENCE +
 * LAST}.
 */
enum WinogradAxis {
  /** {@code (d0 - d2) g0}. */
  FIRST(-1, 2, 1, -1, 1, 0, 0),
  /** {@code (d1 + d2) (g0 + g1 + g2) / 2}. */
  SUM(0, 1, 1, 1, 0.5f, 0.5f, 0.5f),
  /** {@code (d1 - d2) (g0 - g1 + g2) / 2}. */
  DIFFERENCE(0, 1, 1, -1, 0.5f, -0.5f, 0.5f),
  /** {@code (d3 - d1) g2}. */
  LAST(0, 2, -1, 1, 0, 0, 1);

  /** How many there are. */
  static final int PRODUCTS = 4;

  private static final int RESULTS = 2;

  private final int pixel;
  private final int distance;
  private final float[] pixels;
  private final float[] taps;

  /**
   * @param pixel the first of the two pixels, counted from the first result's own
   * @param distance of the second one from it
   */
  WinogradAxis(int pixel, int distance, float first, float second, float... taps) {
    this.pixel = pixel;
    this.distance = distance;
    this.pixels = new float[] {first, second};
    this.taps = taps;
  }

  int distance() {
    return distance;
  }

  /** The factor of the first (0) or the second (1) of its pixels. */
  float ofPixel(int number) {
    return pixels[number];
  }

  /** The factor of a tap of the filter, 0..2. */
  float ofTap(int tap) {
    return taps[tap];
  }

  /** Zeros before a map. */
  int before() {
    return -pixel;
  }

  /** Zeros behind so many pixels, which make so many pairs of results. */
  int behind(int size, int pairs) {
    return Math.max(0, RESULTS * (pairs - 1) + pixel + distance - (size - 1));
  }
}
