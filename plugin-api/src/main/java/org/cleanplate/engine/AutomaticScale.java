package org.cleanplate.engine;

/**
 * The size of the coarse pass when the user names none. The network was trained on pictures a few
 * hundred pixels wide, so that is what it is shown; the steps divide common sizes evenly, which is
 * the fastest way to shrink them.
 */
public final class AutomaticScale {
  private AutomaticScale() {}

  /** The scale for a frame, over 0 and up to 1. */
  public static double of(int width, int height) {
    int longer = Math.max(width, height);
    if (longer <= 400) {
      return 1;
    }
    if (longer <= 960) {
      return 0.5;
    }
    return longer <= 2560 ? 0.25 : 0.125;
  }
}
