package org.cleanplate.metric;

/**
 * Sums over the pixels of a region.
 *
 * @param absolute of |predicted - true|
 * @param squared of the squares of these
 * @param pixels how many there are
 */
record Differences(double absolute, double squared, long pixels) {

  static Differences of(AlphaPlane predicted, AlphaPlane truth, Region region) {
    double absolute = 0;
    double squared = 0;
    for (int i = region.pixels().nextSetBit(0); i >= 0; i = region.pixels().nextSetBit(i + 1)) {
      double difference = Math.abs((double) predicted.values()[i] - truth.values()[i]);
      absolute += difference;
      squared += difference * difference;
    }
    return new Differences(absolute, squared, region.size());
  }
}
