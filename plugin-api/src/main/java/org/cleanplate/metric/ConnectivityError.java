package org.cleanplate.metric;

import java.util.Arrays;
import org.cleanplate.progress.Cancellation;

/**
 * Conn of Rhemann et al., CVPR 2009: each pixel's alpha is compared with the highest level at which
 * it still hangs together with the largest piece of the subject that both maps share.
 */
final class ConnectivityError {
  private static final int LEVELS = 10;

  /** A pixel that lies less than this above its level counts as fully connected. */
  private static final double TOLERATED = 0.15;

  private ConnectivityError() {}

  static double of(
      AlphaPlane predicted, AlphaPlane truth, Region region, Cancellation cancellation) {
    double[] level = levels(predicted, truth, cancellation);
    double sum = 0;
    for (int i = region.pixels().nextSetBit(0); i >= 0; i = region.pixels().nextSetBit(i + 1)) {
      sum +=
          Math.abs(
              connectedness(predicted.values()[i], level[i])
                  - connectedness(truth.values()[i], level[i]));
    }
    return sum;
  }

  private static double connectedness(double alpha, double level) {
    double above = alpha - level;
    return above >= TOLERATED ? 1 - above : 1;
  }

  /** For each pixel the last level at which it belongs to the largest common piece. */
  private static double[] levels(
      AlphaPlane predicted, AlphaPlane truth, Cancellation cancellation) {
    double[] level = new double[predicted.values().length];
    Arrays.fill(level, 1);
    boolean[] left = new boolean[level.length];
    LargestPiece pieces = new LargestPiece(predicted.width(), predicted.height());
    for (int step = 1; step <= LEVELS; step++) {
      cancellation.check();
      double threshold = (double) step / LEVELS;
      boolean[] common = new boolean[level.length];
      for (int i = 0; i < common.length; i++) {
        common[i] = predicted.values()[i] >= threshold && truth.values()[i] >= threshold;
      }
      boolean[] largest = pieces.of(common);
      for (int i = 0; i < level.length; i++) {
        if (!left[i] && !largest[i]) {
          left[i] = true;
          level[i] = (double) (step - 1) / LEVELS;
        }
      }
    }
    return level;
  }
}
