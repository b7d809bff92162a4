package org.cleanplate.detail;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How much the frame changes, at least, on the way from a subject's inside to each square, and how
 * much the plate changes on the very same way: geodesic distances, as in Bai and Sapiro 2007. All
 * changes on the way are added up, of white; what is noise from one square to the next is not.
 */
final class Ways {
  /** What two neighbours differ by without meaning. */
  private static final float NOISE = 0.004f;

  private final float[][] frame;
  private final float[][] plate;
  private final float[] changeOfFrame;
  private final float[] changeOfPlate;

  private Ways(PartMeans means) {
    frame = means.frame;
    plate = means.plate;
    changeOfFrame = new float[means.squares()];
    changeOfPlate = new float[means.squares()];
    Arrays.fill(changeOfFrame, Float.POSITIVE_INFINITY);
  }

  /**
   * Finds the ways.
   *
   * @param from where they begin
   * @param over the squares that they may lead over, those where they begin among them
   * @param most longer ways are not followed
   */
  static Ways of(PartMeans means, BitSet from, BitSet over, float most) {
    Ways ways = new Ways(means);
    ways.follow(means.across, from, over, most);
    return ways;
  }

  /** Shortens ways until none can be shortened. */
  private void follow(int across, BitSet from, BitSet over, float most) {
    WaitingSquares waiting = new WaitingSquares(over.cardinality());
    from.stream()
        .forEach(
            square -> {
              changeOfFrame[square] = 0;
              waiting.add(square);
            });
    while (!waiting.isEmpty()) {
      int square = waiting.next();
      Squares.forEachBeside(
          square,
          across,
          beside -> {
            if (over.get(beside) && shorten(square, beside, most)) {
              waiting.add(beside);
            }
          });
    }
  }

  private boolean shorten(int square, int beside, float most) {
    float change = changeOfFrame[square] + change(frame, square, beside);
    if (change >= changeOfFrame[beside] || change > most) {
      return false;
    }
    changeOfFrame[beside] = change;
    changeOfPlate[beside] = changeOfPlate[square] + change(plate, square, beside);
    return true;
  }

  private static float change(float[][] colours, int square, int beside) {
    float sum = 0;
    for (float[] channel : colours) {
      sum += Math.abs(channel[square] - channel[beside]);
    }
    return Math.max(0, sum / colours.length - NOISE);
  }

  /** The frame's change; infinite where no way leads. */
  float ofFrame(int square) {
    return changeOfFrame[square];
  }

  /** The plate's change on that way; zero where none leads. */
  float ofPlate(int square) {
    return changeOfPlate[square];
  }
}
