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
      double rowX = map.x(0.5, y + 0.5) - 0.5;
      double rowY = map.y(0.5, y + 0.5) - 0.5;
      for (int x = 0; x < width; x++) {
        float sx = (float) (rowX + x * map.xx());
        float sy = (float) (rowY + x * map.yx());
        sample(image, sx, sy, border, result, y * width + x);
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
    if (left >= 0 && top >= 0 && left < image.width() - 1 && top < image.height() - 1) {
      inside(image, top * image.width() + left, right, bottom, result, at);
      return;
    }
    int x0 = border.index(left, image.width());
    int x1 = border.index(left + 1, image.width());
    int row0 = border.index(top, image.height());
    int row1 = border.index(top + 1, image.height());
    for (int c = 0; c < image.channels(); c++) {
      float upper = mix(read(image, c, x0, row0), read(image, c, x1, row0), right);
      float lower = mix(read(image, c, x0, row1), read(image, c, x1, row1), right);
      result.values()[c * result.pixels() + at] = mix(upper, lower, bottom);
    }
  }

  /** Most pixels have all their neighbours. */
  private static void inside(
      FloatImage image, int corner, float right, float bottom, FloatImage result, int at) {
    float[] from = image.values();
    float[] to = result.values();
    int width = image.width();
    for (int c = 0, i = corner, o = at; c < image.channels(); c++) {
      float upper = from[i] + right * (from[i + 1] - from[i]);
      float lower = from[i + width] + right * (from[i + width + 1] - from[i + width]);
      to[o] = upper + bottom * (lower - upper);
      i += width * image.height();
      o += result.width() * result.height();
    }
  }

  private static float read(FloatImage image, int channel, int x, int y) {
    return x < 0 || y < 0 ? 0 : image.get(channel, x, y);
  }

  private static float mix(float from, float to, float share) {
    return from + share * (to - from);
  }
}
