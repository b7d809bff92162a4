package org.cleanplate.plate.match;

/**
 * Finds shadows that fall on the scene of a plate. In a shadow the plate's texture shows through,
 * darker, by about the same factor in every channel: so the two correlate over a small window, and
 * the slope of one against the other is the ratio of their means. No subject does that but by
 * chance. Between such places the factor is carried on over a short way, where it explains the
 * frame better than the plate does.
 */
final class ShadowFinder {
  /** Cells along the longer side: texture of some pixels is kept, its noise is not. */
  static final int CELLS_ALONG = 480;

  private static final int WINDOW_RADIUS = 3;

  /** How far the factor is carried on, in cells, twice. */
  private static final int SPREAD_RADIUS = 8;

  private static final double LEAST_CORRELATION = 0.85;

  /** A standard deviation of the plate, of white, from which on it has texture. */
  private static final double LEAST_TEXTURE = 0.012;

  /** Deeper than that is hardly a shadow. */
  private static final double DEEPEST = 0.4;

  /** So much brighter may a place be that counts as lit as before. */
  private static final double LIT = 1.06;

  /** A fainter shadow is noise. */
  private static final double FAINTEST = 0.985;

  /** By how much the factor may differ between channels. */
  private static final double COLOURLESS = 0.2;

  /** The slope as a share of the ratio of means. */
  private static final double LEAST_SLOPE = 0.6;

  private static final double LARGEST_SLOPE = 1.5;

  /** A share of the neighbourhood that has to be sure for its factor to be carried on. */
  private static final double LEAST_SUPPORT = 0.02;

  /**
   * Of the textured windows around a place so many have to be sure: in a subject few agree with the
   * plate, and by chance. At a half, shadows close to their subject are lost.
   */
  private static final double LEAST_AGREEMENT = 0.25;

  /** A difference, of white, up to which a factor explains a cell, and from which it does not. */
  private static final double EXPLAINED = 0.03;

  private static final double UNEXPLAINED = 0.06;

  private final CellMeans frame;
  private final CellMeans plate;
  private final int channels;

  ShadowFinder(CellMeans frame, CellMeans plate) {
    this.frame = frame;
    this.plate = plate;
    this.channels = plate.channels().length;
  }

  /** What each cell of the plate is to be multiplied by: 1 but in shadows, where it is less. */
  float[] find() {
    WindowStatistics windows = new WindowStatistics(frame, plate, WINDOW_RADIUS);
    float[] sure = new float[plate.count()];
    float[] support = new float[plate.count()];
    float[] textured = new float[plate.count()];
    for (int i = 0; i < sure.length; i++) {
      if (windows.texture(i) > LEAST_TEXTURE) {
        textured[i] = 1;
        support[i] = shows(windows, i) ? 1 : 0;
        sure[i] = support[i] * Math.min(1, windows.ratio(i));
      }
    }
    BoxMean spread = new BoxMean(plate.columns(), plate.rows(), SPREAD_RADIUS);
    float[] carried = spread.of(spread.of(sure));
    float[] weight = spread.of(spread.of(support));
    float[] asked = spread.of(spread.of(textured));
    float[] factors = new float[sure.length];
    for (int i = 0; i < factors.length; i++) {
      boolean agreed = weight[i] > LEAST_SUPPORT && weight[i] > LEAST_AGREEMENT * asked[i];
      factors[i] = agreed ? accepted(i, carried[i] / weight[i]) : 1;
    }
    return new BoxMean(plate.columns(), plate.rows(), 1).of(factors);
  }

  /** Whether a window of the frame shows the plate's texture, all of it darker. */
  private static boolean shows(WindowStatistics windows, int cell) {
    double ratio = windows.ratio(cell);
    double slope = windows.slope(cell) / ratio;
    return windows.correlation(cell) > LEAST_CORRELATION
        && windows.ratioSpread(cell) < COLOURLESS
        && ratio > DEEPEST
        && ratio < LIT
        && slope > LEAST_SLOPE
        && slope < LARGEST_SLOPE;
  }

  /** The factor so far as it explains the frame better than the plate alone; else 1. */
  private float accepted(int cell, double factor) {
    double before = 0;
    double after = 0;
    for (int channel = 0; channel < channels; channel++) {
      double value = plate.channels()[channel][cell];
      before += Math.abs(frame.channels()[channel][cell] - value);
      after += Math.abs(frame.channels()[channel][cell] - factor * value);
    }
    if (factor > FAINTEST || after >= before) {
      return 1;
    }
    double trust = (UNEXPLAINED - after / channels) / (UNEXPLAINED - EXPLAINED);
    return (float) (1 + Math.max(0, Math.min(1, trust)) * (factor - 1));
  }
}
