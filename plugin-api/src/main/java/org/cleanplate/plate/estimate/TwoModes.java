package org.cleanplate.plate.estimate;

/**
 * Tells from a pixel's values in time whether it showed one thing or two. The one it showed most is
 * found as the shortest interval that holds half of the values (the shorth; Andrews and others,
 * "Robust Estimates of Location", 1972), whose width also tells the noise. What lies far outside of
 * it was something else.
 */
final class TwoModes {
  /** Closer than that share of white two things look alike. */
  private static final double ALIKE = 0.05;

  /** Half of a normal distribution lies within 1.35 standard deviations. */
  private static final double WIDTH_PER_SIGMA = 1.35;

  private static final double FAR_SIGMAS = 5;

  private final double alike;

  /**
   * @param white the difference between black and white
   */
  TwoModes(double white) {
    alike = ALIKE * white;
  }

  /**
   * 0 if the pixel always showed the same, 1 if it showed something else half of the time: twice
   * the share of the values that are far off.
   */
  float doubt(SortedValues values) {
    int count = values.count();
    if (values.get(count - 1) - values.get(0) <= alike) {
      return 0;
    }
    int half = (count + 1) / 2;
    int start = 0;
    for (int i = 1; i + half <= count; i++) {
      if (width(values, i, half) < width(values, start, half)) {
        start = i;
      }
    }
    double centre = (values.get(start) + values.get(start + half - 1)) / 2.0;
    double far = Math.max(alike, FAR_SIGMAS * width(values, start, half) / WIDTH_PER_SIGMA);
    int others = 0;
    for (int i = 0; i < count; i++) {
      others += Math.abs(values.get(i) - centre) > far ? 1 : 0;
    }
    return Math.min(1, 2f * others / count);
  }

  private static float width(SortedValues values, int start, int half) {
    return values.get(start + half - 1) - values.get(start);
  }
}
