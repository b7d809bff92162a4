package org.cleanplate.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * How far a result is from its reference.
 *
 * @param what the layer, for messages
 * @param max the largest difference; infinite if a value is not a number
 * @param worst where it is, in words
 * @param mean over the pixels compared
 * @param count how many values were compared
 */
record Deviation(String what, double max, String worst, double mean, long count) {

  /** Which pixels count. */
  @FunctionalInterface
  interface Mask {
    Mask ALL = (x, y) -> true;

    boolean includes(int x, int y);
  }

  static Deviation between(String what, Planes found, Planes expected, Mask mask) {
    assertEquals(shape(expected), shape(found), what + ": channels x height x width");
    double max = 0;
    double sum = 0;
    long count = 0;
    String worst = "nowhere";
    for (int c = 0; c < expected.channels(); c++) {
      for (int y = 0; y < expected.height(); y++) {
        for (int x = 0; x < expected.width(); x++) {
          if (!mask.includes(x, y)) {
            continue;
          }
          double difference = Math.abs((double) found.at(c, y, x) - expected.at(c, y, x));
          if (Double.isNaN(difference)) {
            difference = Double.POSITIVE_INFINITY;
          }
          sum += difference;
          count++;
          if (difference > max) {
            max = difference;
            worst =
                "channel %d, x %d, y %d: found %.9g, expected %.9g"
                    .formatted(c, x, y, found.at(c, y, x), expected.at(c, y, x));
          }
        }
      }
    }
    return new Deviation(what, max, worst, count == 0 ? 0 : sum / count, count);
  }

  private static String shape(Planes planes) {
    return planes.channels() + "x" + planes.height() + "x" + planes.width();
  }

  void assertMaxAtMost(double limit) {
    assertTrue(
        max <= limit,
        () -> "%s is off by %.3g, limit %.3g, at %s".formatted(what, max, limit, worst));
  }

  void assertMeanAtMost(double limit) {
    assertTrue(
        mean <= limit,
        () -> "%s is off by %.3g on average, limit %.3g".formatted(what, mean, limit));
  }

  /** For the report: {@code alpha 1.2e-07}. */
  @Override
  public String toString() {
    return "%s %.1e".formatted(what, max);
  }
}
