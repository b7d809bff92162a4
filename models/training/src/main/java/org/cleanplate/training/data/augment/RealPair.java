package org.cleanplate.training.data.augment;

import org.cleanplate.training.data.TrainingSample;
import org.cleanplate.training.data.image.Affine;
import org.cleanplate.training.data.image.Border;
import org.cleanplate.training.data.image.Fill;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.image.Warp;
import org.cleanplate.training.data.synthesis.Dice;

/**
 * Samples of a frame that was really shot with its plate, and whose alpha someone has corrected:
 * nothing is composed, all pictures are seen through one and the same affine map.
 */
public final class RealPair {
  /** The share of samples that look for the subject; the others are cut out anywhere. */
  private static final double SEEKING = 0.75;

  /** Of so many places the one that shows most of the subject, which may be small. */
  private static final int PLACES = 8;

  private static final int PROBES = 16;

  private RealPair() {}

  /**
   * Cuts a sample out.
   *
   * @param source three planes
   * @param plate three planes
   * @param alpha one plane; all of one size
   */
  public static TrainingSample cut(
      Dice dice, FloatImage source, FloatImage plate, FloatImage alpha, int width, int height) {
    Affine view = view(dice, alpha, width, height);
    FloatImage frame = Warp.affine(source, view, width, height, Border.REFLECT);
    FloatImage scene = Warp.affine(plate, view, width, height, Border.REFLECT);
    FloatImage matte = Warp.affine(alpha, view, width, height, Border.REFLECT);
    Pair pair = new Pair(foreground(frame, scene, matte), matte, scene);
    pair.source = frame;
    PublishedAugmentation.captured(pair, dice);
    return pair.sample();
  }

  private static Affine view(Dice dice, FloatImage alpha, int width, int height) {
    Affine best = anyView(dice, alpha, width, height);
    int others = dice.chance(SEEKING) ? PLACES - 1 : 0;
    for (int i = 0; i < others; i++) {
      Affine other = anyView(dice, alpha, width, height);
      if (shown(alpha, other, width, height) > shown(alpha, best, width, height)) {
        best = other;
      }
    }
    return best;
  }

  /** How much of a sample is subject, by a few of its pixels. */
  private static double shown(FloatImage alpha, Affine view, int width, int height) {
    double sum = 0;
    for (int i = 0; i < PROBES * PROBES; i++) {
      double x = (i % PROBES + 0.5) * width / PROBES;
      double y = (i / PROBES + 0.5) * height / PROBES;
      int column = (int) Math.floor(view.x(x, y));
      int row = (int) Math.floor(view.y(x, y));
      boolean inside = column >= 0 && row >= 0 && column < alpha.width() && row < alpha.height();
      sum += inside ? alpha.values()[row * alpha.width() + column] : 0;
    }
    return sum;
  }

  private static Affine anyView(Dice dice, FloatImage image, int width, int height) {
    double cover = Math.max((double) width / image.width(), (double) height / image.height());
    double zoom = dice.logBetween(cover, Math.max(cover * 1.5, 1));
    double freeX = Math.max(0, image.width() - width / zoom) / 2;
    double freeY = Math.max(0, image.height() - height / zoom) / 2;
    return Affine.view(
        image.width() / 2.0 + dice.between(-freeX, freeX),
        image.height() / 2.0 + dice.between(-freeY, freeY),
        width,
        height,
        zoom,
        dice.between(-0.08, 0.08),
        dice.chance(0.5));
  }

  /** Solves {@code source = alpha F + (1 - alpha) plate} for F, from near where alpha is small. */
  static FloatImage foreground(FloatImage source, FloatImage plate, FloatImage alpha) {
    int pixels = alpha.pixels();
    FloatImage weighted = FloatImage.zeros(alpha.width(), alpha.height(), 4);
    for (int i = 0; i < pixels; i++) {
      float share = alpha.values()[i];
      weighted.values()[3 * pixels + i] = share;
      for (int at = i; at < 3 * pixels; at += pixels) {
        float own = source.values()[at] - (1 - share) * plate.values()[at];
        weighted.values()[at] = Math.max(0, Math.min(share, own));
      }
    }
    return Fill.straighten(weighted).planes(0, 3);
  }
}
