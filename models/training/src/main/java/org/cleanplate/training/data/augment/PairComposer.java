package org.cleanplate.training.data.augment;

import java.util.Arrays;
import org.cleanplate.training.data.TrainingSample;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.synthesis.Dice;

/**
 * Makes a sample of a foreground and a background as cameras would: light first, then the merging,
 * then the two shots. How much goes wrong is drawn for each pair, so that the network learns to
 * trust a difference where the rest of the frame agrees: a third of the pairs are nearly clean.
 */
public final class PairComposer {
  private static final double EMPTY = 0.04;

  private PairComposer() {}

  /**
   * Composes a sample.
   *
   * @param foreground three planes
   * @param alpha one plane
   * @param scene three planes; all of one size, and the composer's from now on
   */
  public static TrainingSample compose(
      Dice dice, FloatImage foreground, FloatImage alpha, FloatImage scene) {
    Pair pair = new Pair(foreground, alpha, scene);
    double strength = dice.chance(0.35) ? dice.between(0, 0.3) : dice.between(0.5, 1.15);
    if (dice.chance(EMPTY)) {
      Arrays.fill(alpha.values(), 0);
    }
    Likeness.apply(pair, dice);
    Shadows.apply(pair, dice, strength);
    pair.merge();
    if (dice.chance(0.7 * strength)) {
      Misalignment.apply(pair, dice);
    }
    Capture.apply(pair, dice, strength);
    return pair.sample();
  }
}
