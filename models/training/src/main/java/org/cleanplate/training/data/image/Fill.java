package org.cleanplate.training.data.image;

/**
 * Gives colour to where nothing was painted, from what is near: averages over ever larger squares
 * are taken where the smaller ones are empty. So a cut-out can be moved by parts of a pixel without
 * a dark rim.
 */
public final class Fill {
  private static final float SURE = 0.02f;

  private Fill() {}

  /**
   * Divides colour by alpha.
   *
   * @param painted red, green, blue times alpha, and alpha
   * @return red, green, blue and alpha
   */
  public static FloatImage straighten(FloatImage painted) {
    FloatImage result = painted.copy();
    int pixels = painted.pixels();
    FloatImage coarse =
        Math.max(painted.width(), painted.height()) > 1
            ? straighten(Scale.halve(painted))
            : painted;
    int lastX = coarse.width() - 1;
    int lastY = coarse.height() - 1;
    for (int i = 0; i < pixels; i++) {
      float alpha = painted.values()[3 * pixels + i];
      int below =
          Math.min(lastY, i / painted.width() / 2) * coarse.width()
              + Math.min(lastX, i % painted.width() / 2);
      float share = Math.min(1, alpha / SURE);
      for (int c = 0; c < 3; c++) {
        float own = alpha > 0 ? painted.values()[c * pixels + i] / alpha : 0;
        float near = coarse.values()[c * coarse.pixels() + below];
        result.values()[c * pixels + i] = Math.max(0, Math.min(1, near + share * (own - near)));
      }
    }
    return result;
  }
}
