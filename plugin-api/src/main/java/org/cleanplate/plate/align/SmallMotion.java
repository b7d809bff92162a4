package org.cleanplate.plate.align;

/**
 * Small motions of a kind as a few numbers, each 0 where nothing moves. Places are counted from the
 * picture's middle, in half widths, so that all numbers are of one size.
 *
 * @param motion the kind
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 */
record SmallMotion(Motion motion, int width, int height) {

  /** How many numbers there are. */
  int numbers() {
    return switch (motion) {
      case TRANSLATION -> 2;
      case AFFINE -> 6;
      case HOMOGRAPHY -> 8;
    };
  }

  /**
   * How much brighter a pixel becomes with each of the numbers.
   *
   * @param across how much brighter the picture is a pixel further to the right
   * @param down the same a pixel further down
   * @param changes takes them, from {@code start} on
   */
  void changes(int x, int y, float across, float down, float[] changes, int start) {
    float u = (x - middle(width)) / unit();
    float v = (y - middle(height)) / unit();
    float right = across * unit();
    float below = down * unit();
    if (motion == Motion.TRANSLATION) {
      changes[start] = right;
      changes[start + 1] = below;
      return;
    }
    changes[start] = right * u;
    changes[start + 1] = right * v;
    changes[start + 2] = right;
    changes[start + 3] = below * u;
    changes[start + 4] = below * v;
    changes[start + 5] = below;
    if (motion == Motion.HOMOGRAPHY) {
      float outwards = right * u + below * v;
      changes[start + 6] = -outwards * u;
      changes[start + 7] = -outwards * v;
    }
  }

  /** The motion of such numbers, in pixels. */
  Homography map(double[] n) {
    Homography inUnits =
        switch (motion) {
          case TRANSLATION -> Homography.of(1, 0, n[0], 0, 1, n[1], 0, 0, 1);
          case AFFINE -> Homography.of(1 + n[0], n[1], n[2], n[3], 1 + n[4], n[5], 0, 0, 1);
          case HOMOGRAPHY ->
              Homography.of(1 + n[0], n[1], n[2], n[3], 1 + n[4], n[5], n[6], n[7], 1);
        };
    double unit = unit();
    Homography toPixels = Homography.of(unit, 0, middle(width), 0, unit, middle(height), 0, 0, 1);
    Homography toUnits =
        Homography.of(
            1 / unit, 0, -middle(width) / unit, 0, 1 / unit, -middle(height) / unit, 0, 0, 1);
    return toPixels.after(inUnits).after(toUnits);
  }

  private float unit() {
    return width / 2f;
  }

  private static float middle(int count) {
    return (count - 1) / 2f;
  }
}
