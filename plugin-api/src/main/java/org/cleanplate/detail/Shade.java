package org.cleanplate.detail;

import java.util.Arrays;
import java.util.BitSet;
import org.cleanplate.frame.BoxSums;

/**
 * The shadows on a part of the plate.
 *
 * @param squares of which the part consists
 * @param factors what the plate is to be multiplied by at each of them: 1 where no shadow is near
 * @param shaded the squares in and next to shadows
 */
record Shade(PartMeans squares, float[] factors, BitSet shaded) {
  /** So many squares around a shadow, up to its caster's outline, get its factor as well. */
  private static final int MARGIN = 4;

  static Shade none(PartMeans squares) {
    return new Shade(squares, new float[0], new BitSet());
  }

  /**
   * The shade of found shadows.
   *
   * @param shadows their squares
   * @param known where the ratio is that of ground
   * @param ratio of frame and plate
   */
  static Shade of(PartMeans squares, BitSet shadows, BitSet known, float[] ratio) {
    int count = squares.squares();
    BitSet shaded = Squares.grown(shadows, count, squares.across, MARGIN);
    BitSet told = (BitSet) shaded.clone();
    told.and(known);
    float[] weight = Squares.ones(told, count);
    float[] sum = new float[count];
    told.stream().forEach(i -> sum[i] = ratio[i]);
    float[] weights = BoxSums.of(weight, squares.across, MARGIN);
    float[] sums = BoxSums.of(sum, squares.across, MARGIN);
    float[] factors = new float[count];
    Arrays.fill(factors, 1);
    shaded.stream()
        .filter(i -> weights[i] > 0)
        .forEach(i -> factors[i] = weight[i] > 0 ? ratio[i] : sums[i] / weights[i]);
    return new Shade(squares, factors, shaded);
  }

  /** The plate with these shadows on it. */
  Pixels over(Pixels plate, int width) {
    return shaded.isEmpty() ? plate : new ShadedPixels(plate, width, this);
  }

  /** Lowers alpha where the shaded plate is what the frame shows. */
  void takeBack(PlateAgreement agreement, DetailSink sink) {
    float noise = shaded.isEmpty() ? Float.NaN : agreement.noise();
    if (!Float.isNaN(noise)) {
      shaded.stream().forEach(i -> agreement.lower(squares.pixelsOf(i), noise, sink));
    }
  }

  /** The factor at a pixel, interpolated between the centres of squares. */
  float factorAt(int x, int y) {
    return squares.between(factors, x, y, 1);
  }
}
