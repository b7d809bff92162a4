package org.cleanplate.training.data.image;

/** Bilinear resampling. Reducing by more than a third is preceded by averaging. */
public final class Warp {
  private static final double REDUCTION_WITHOUT_AVERAGING = 1.5;

  private Warp() {}

  /** A {@code width x height} picture of which each pixel is read where {@code map} says. */
  public static FloatImage affine(
      FloatImage image, Affine map, int width, int height, Border border) {
    if (map.scale() > REDUCTION_WITHOUT_AVERAGING && Math.min(image.width(), image.height()) > 3) {
      FloatImage half = Scale.halve(image);
      return affine(half, halved(map), width, height, border);
    }
    FloatImage result = FloatImage.zeros(width, height, image.channels());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sx = map.x(x + 0.5, y + 0.5) - 0.5;
        double sy = map.y(x + 0.5, y + 0.5) - 0.5;
        sample(image, (float) sx, (float) sy, border, result, y * width + x);
      }
    }
    return result;
  }

  /**
   * Reads each pixel a little beside its place.
   *
   * @param shift two planes, in pixels to the right and down
   */
  public static FloatImage flow(FloatImage image, FloatImage shift, Border border) {
    int width = image.width();
    FloatImage result = FloatImage.zeros(width, image.height(), image.channels());
    for (int i = 0; i < image.pixels(); i++) {
      float sx = i % width + shift.values()[i];
      float sy = i / width + shift.values()[i + image.pixels()];
      sample(image, sx, sy, border, result, i);
    }
    return result;
  }

  private static Affine halved(Affine map) {
    return new Affine(
        map.xx() / 2, map.xy() / 2, map.x0() / 2, map.yx() / 2, map.yy() / 2, map.y0() / 2);
  }

  private static void sample(
      FloatImage image, float x, float y, Border border, FloatImage result, int at) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float right = x - left;
    float bottom = y - top;
    int x0 = border.index(left, image.width());
    int x1 = border.index(left + 1, image.width());
    int y0 = border.index(top, image.height());
    int y1 = border.index(top + 1, image.height());
    float[] from = image.values();
    int row0 = y0 * image.width();
    int row1 = y1 * image.width();
    for (int c = 0; c < image.channels(); c++) {
      int plane = c * image.pixels();
      float a = x0 < 0 || y0 < 0 ? 0 : from[plane + row0 + x0];
      float b = x1 < 0 || y0 < 0 ? 0 : from[plane + row0 + x1];
      float d = x0 < 0 || y1 < 0 ? 0 : from[plane + row1 + x0];
      float e = x1 < 0 || y1 < 0 ? 0 : from[plane + row1 + x1];
      float upper = a + right * (b - a);
      float lower = d + right * (e - d);
      result.values()[c * result.pixels() + at] = upper + bottom * (lower - upper);
    }
  }
}
