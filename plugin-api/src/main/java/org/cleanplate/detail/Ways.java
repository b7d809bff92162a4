package org.cleanplate.detail;

import java.util.Arrays;
import java.util.BitSet;
import java.util.PriorityQueue;

/**
 * How much the frame changes, at least, on the way from a subject's inside to each square, and how
 * much the plate changes on the very same way: geodesic distances, as in matting by them (Bai and
 * Sapiro 2007). All changes on the way are added up, of white; what is noise from one square to the
 * next is not.
 *
 * @param frame the frame's, of squares that were not reached {@link Float#POSITIVE_INFINITY}
 * @param plate the plate's
 */
record Ways(float[] frame, float[] plate) {
  /** What two neighbours differ by without meaning. */
  private static final float NOISE = 0.004f;

  /** The mean colours of a picture's squares. */
  @FunctionalInterface
  private interface Colours {
    float at(int channel, int square);
  }

  private record Stop(int square, float change) implements Comparable<Stop> {
    @Override
    public int compareTo(Stop other) {
      return Float.compare(change, other.change);
    }
  }

  /**
   * Finds the ways.
   *
   * @param from where they begin
   * @param over the squares that they may lead over
   * @param most longer ways are not followed
   */
  static Ways of(Shade shade, BitSet from, BitSet over, float most) {
    PartMeans means = shade.squares();
    int across = means.across;
    Ways ways = new Ways(new float[means.squares()], new float[means.squares()]);
    Arrays.fill(ways.frame, Float.POSITIVE_INFINITY);
    PriorityQueue<Stop> open = new PriorityQueue<>();
    from.stream().forEach(square -> ways.open(open, square, 0));
    int[] next = {-1, 1, -across, across};
    while (!open.isEmpty()) {
      Stop stop = open.remove();
      int square = stop.square();
      if (stop.change() > ways.frame[square]) {
        continue;
      }
      for (int step : next) {
        int beside = square + step;
        boolean wraps = step * step == 1 && beside / across != square / across;
        if (beside >= 0 && !wraps && over.get(beside)) {
          float change = stop.change() + change((c, i) -> means.frame[c][i], square, beside);
          if (change < ways.frame[beside] && change <= most) {
            ways.plate[beside] = ways.plate[square] + change(shade::plateAt, square, beside);
            ways.open(open, beside, change);
          }
        }
      }
    }
    return ways;
  }

  private void open(PriorityQueue<Stop> open, int square, float change) {
    frame[square] = change;
    open.add(new Stop(square, change));
  }

  private static float change(Colours colours, int square, int beside) {
    float sum = 0;
    for (int c = 0; c < 3; c++) {
      sum += Math.abs(colours.at(c, square) - colours.at(c, beside));
    }
    return Math.max(0, sum / 3 - NOISE);
  }
}
