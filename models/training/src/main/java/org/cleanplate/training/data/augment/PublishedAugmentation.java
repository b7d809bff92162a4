package org.cleanplate.training.data.augment;

import org.cleanplate.training.data.TrainingSample;
import org.cleanplate.training.data.image.Affine;
import org.cleanplate.training.data.image.Blur;
import org.cleanplate.training.data.image.Border;
import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.image.Warp;
import org.cleanplate.training.data.synthesis.Dice;

/**
 * The augmentations that the method was published with (Lin et al., CVPR 2021): the subject turned,
 * moved, scaled and sheared; flips; blur and sharpening; colours changed, of subject and background
 * each for itself; a soft shadow; noise; and a plate that differs in colour and place.
 */
public final class PublishedAugmentation {
  private static final double DEGREE = Math.PI / 180;
  private static final float[] SHARPEN = {-0.1f, 1.2f, -0.1f};

  private PublishedAugmentation() {}

  /**
   * Composes a sample of {@code width x height}.
   *
   * @param foreground three planes
   * @param alpha one plane of the same size
   * @param background three planes of any size
   */
  public static TrainingSample compose(
      Dice dice,
      FloatImage foreground,
      FloatImage alpha,
      FloatImage background,
      int width,
      int height) {
    Affine placing = subjectPlacing(dice, foreground, width, height);
    Pair pair =
        new Pair(
            Warp.affine(foreground, placing, width, height, Border.REPLICATE),
            Warp.affine(alpha, placing, width, height, Border.ZERO),
            background(dice, background, width, height));
    sharpness(pair, dice);
    ColorJitter.any(dice, 0.15, 0.05).apply(pair.foreground);
    ColorJitter.any(dice, 0.15, 0.05).apply(pair.scene);
    pair.plate = pair.scene.copy();
    if (dice.chance(0.3)) {
      shadow(pair, dice);
    }
    pair.merge();
    captured(pair, dice);
    return pair.sample();
  }

  /** What differs between the two shots of any pair, composed or real. */
  static void captured(Pair pair, Dice dice) {
    if (dice.chance(0.4)) {
      SensorNoise.add(pair.source, dice, 0.03 * dice.unit(), false);
      SensorNoise.add(pair.plate, dice, 0.03 * dice.unit(), false);
    }
    if (dice.chance(0.8)) {
      ColorJitter.any(dice, 0.18, 0.1).apply(pair.plate);
    }
    if (dice.chance(0.3)) {
      Affine drift =
          Affine.view(
              pair.width() * (0.5 + dice.between(-0.01, 0.01)),
              pair.height() * (0.5 + dice.between(-0.01, 0.01)),
              pair.width(),
              pair.height(),
              1,
              dice.between(-1, 1) * DEGREE,
              false);
      pair.plate = Warp.affine(pair.plate, drift, pair.width(), pair.height(), Border.REFLECT);
    }
  }

  /** Scaled to between 0.3 and 1 of what covers the sample. */
  private static Affine subjectPlacing(Dice dice, FloatImage subject, int width, int height) {
    double cover = cover(subject, width, height) * dice.between(0.3, 1);
    Affine view =
        Affine.view(
            subject.width() / 2.0 + dice.between(-0.1, 0.1) * width / cover,
            subject.height() / 2.0 + dice.between(-0.1, 0.1) * height / cover,
            width,
            height,
            cover,
            dice.between(-5, 5) * DEGREE,
            dice.chance(0.5));
    return view.after(Affine.shear(Math.tan(dice.between(-5, 5) * DEGREE), height));
  }

  private static FloatImage background(Dice dice, FloatImage image, int width, int height) {
    double zoom = cover(image, width, height) * dice.between(1, 2);
    double freeX = Math.max(0, image.width() - width / zoom) / 2;
    double freeY = Math.max(0, image.height() - height / zoom) / 2;
    Affine view =
        Affine.view(
            image.width() / 2.0 + dice.between(-freeX, freeX),
            image.height() / 2.0 + dice.between(-freeY, freeY),
            width,
            height,
            zoom,
            dice.between(-5, 5) * DEGREE,
            dice.chance(0.5));
    Affine sheared = view.after(Affine.shear(Math.tan(dice.between(-5, 5) * DEGREE), height));
    return Warp.affine(image, sheared, width, height, Border.REFLECT);
  }

  private static double cover(FloatImage image, int width, int height) {
    return Math.max((double) width / image.width(), (double) height / image.height());
  }

  private static void sharpness(Pair pair, Dice dice) {
    if (dice.chance(0.1)) {
      int radius = dice.whole(1, 2);
      pair.foreground = Blur.box(pair.foreground, radius);
      pair.alpha = Blur.box(pair.alpha, radius);
    }
    if (dice.chance(0.1)) {
      pair.scene = Blur.box(pair.scene, dice.whole(1, 2));
    }
    if (dice.chance(0.1)) {
      pair.foreground = Blur.separable(pair.foreground, SHARPEN);
      pair.foreground.clamp();
    }
  }

  private static void shadow(Pair pair, Dice dice) {
    int width = pair.width();
    int height = pair.height();
    Affine cast =
        Affine.view(
            width * (0.5 + dice.between(-0.2, 0.2)),
            height * (0.5 + dice.between(-0.2, 0.2)),
            width,
            height,
            dice.between(0.5, 1.5),
            dice.between(-5, 5) * DEGREE,
            false);
    FloatImage moved = Warp.affine(pair.alpha, cast, width, height, Border.ZERO);
    FloatImage soft = Blur.box(moved, (int) (Math.min(width, height) * dice.between(0.005, 0.05)));
    float depth = (float) (0.3 * dice.unit());
    for (int i = 0; i < pair.scene.values().length; i++) {
      pair.scene.values()[i] -= depth * soft.values()[i % soft.pixels()];
    }
    pair.scene.clamp();
  }
}
