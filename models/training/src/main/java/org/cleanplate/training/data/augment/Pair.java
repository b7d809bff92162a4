package org.cleanplate.training.data.augment;

import org.cleanplate.training.data.TrainingSample;
import org.cleanplate.training.data.image.FloatImage;

/**
 * A sample in the making. Each step replaces or changes the pictures; all are of one size. Used by
 * one thread.
 */
public final class Pair {
  FloatImage foreground;
  FloatImage alpha;

  /** The scene behind the subject at the time of the frame. */
  FloatImage scene;

  /** The scene without the subject as it was captured. */
  FloatImage plate;

  /** The frame; made by {@link #merge}. */
  FloatImage source;

  /**
   * Starts a pair whose plate is the scene itself.
   *
   * @param foreground three planes
   * @param alpha one plane
   * @param scene three planes
   */
  public Pair(FloatImage foreground, FloatImage alpha, FloatImage scene) {
    this.foreground = foreground;
    this.alpha = alpha;
    this.scene = scene;
    plate = scene.copy();
    source = scene;
  }

  int width() {
    return alpha.width();
  }

  int height() {
    return alpha.height();
  }

  /** Puts the foreground over the scene: {@code source = alpha F + (1 - alpha) B}. */
  public void merge() {
    source = FloatImage.zeros(width(), height(), 3);
    int pixels = alpha.pixels();
    for (int i = 0; i < source.values().length; i++) {
      float share = alpha.values()[i % pixels];
      float behind = scene.values()[i];
      source.values()[i] = behind + share * (foreground.values()[i] - behind);
    }
  }

  /** What training gets. */
  public TrainingSample sample() {
    source.clamp();
    plate.clamp();
    alpha.clamp();
    foreground.clamp();
    return new TrainingSample(
        width(), height(), source.values(), plate.values(), alpha.values(), foreground.values());
  }
}
