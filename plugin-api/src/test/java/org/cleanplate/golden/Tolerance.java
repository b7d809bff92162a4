package org.cleanplate.golden;

/** What separates two correct programs that add in another order, as the references state it. */
final class Tolerance {
  /** Alpha and foreground at full size, the largest difference. */
  static final double REFINED_MAX = 3e-4;

  /** Alpha and foreground at full size, on average. */
  static final double REFINED_MEAN = 2e-5;

  /** One grey level of 8-bit pixels. */
  static final double GREY_LEVEL = 1;

  private Tolerance() {}

  /** Coarse maps: twice as much where downsampling meets no pixel centre pattern twice. */
  static double coarseMax(Planes full, Planes coarse) {
    boolean wholeRatio = full.width() % coarse.width() == 0 && full.height() % coarse.height() == 0;
    return wholeRatio ? 1e-4 : 2e-4;
  }
}
