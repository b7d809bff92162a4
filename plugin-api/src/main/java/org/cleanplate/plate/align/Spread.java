package org.cleanplate.plate.align;

/**
 * How numbers of grey levels are spread, to a level.
 *
 * @param median half of them are smaller
 * @param deviation half of them are closer to the median
 * @param count how many there are
 */
record Spread(int median, int deviation, int count) {
  /** No difference of two bytes is larger, whatever brings them to one brightness. */
  private static final int LARGEST = 1023;

  /** Of those that are numbers. */
  static Spread of(float[] values) {
    int[] counts = new int[2 * LARGEST + 1];
    int count = 0;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        counts[LARGEST + Math.round(Math.max(-LARGEST, Math.min(LARGEST, value)))]++;
        count++;
      }
    }
    int median = 0;
    for (int below = counts[0]; 2 * below < count; median++) {
      below += counts[median + 1];
    }
    int within = counts[median];
    int deviation = 0;
    while (2 * within < count) {
      deviation++;
      within += at(counts, median - deviation) + at(counts, median + deviation);
    }
    return new Spread(median - LARGEST, deviation, count);
  }

  private static int at(int[] counts, int index) {
    return index >= 0 && index < counts.length ? counts[index] : 0;
  }
}
