package org.cleanplate.training.data.image;

/**
 * Maps points of the wanted picture to points of the given one: {@code x' = xx x + xy y + x0},
 * {@code y' = yx x + yy y + y0}. Pixel centres lie at whole numbers plus a half.
 */
public record Affine(double xx, double xy, double x0, double yx, double yy, double y0) {
  public static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

  /**
   * Looks at {@code centre} of the given picture from the middle of the wanted one.
   *
   * @param zoom over 1 enlarges what is seen
   * @param angle of turning, in radians
   * @param mirrored left and right exchanged
   */
  public static Affine view(
      double centreX,
      double centreY,
      int width,
      int height,
      double zoom,
      double angle,
      boolean mirrored) {
    double cos = Math.cos(angle) / zoom;
    double sin = Math.sin(angle) / zoom;
    double flip = mirrored ? -1 : 1;
    double middleX = width / 2.0;
    double middleY = height / 2.0;
    return new Affine(
        flip * cos,
        -flip * sin,
        centreX - flip * (cos * middleX - sin * middleY),
        sin,
        cos,
        centreY - sin * middleX - cos * middleY);
  }

  /** Stretches the wanted picture sideways about its middle, by the tangent of an angle. */
  public static Affine shear(double tangent, int height) {
    return new Affine(1, tangent, -tangent * height / 2.0, 0, 1, 0);
  }

  /** Where this maps what {@code first} has mapped. */
  public Affine after(Affine first) {
    return new Affine(
        xx * first.xx + xy * first.yx,
        xx * first.xy + xy * first.yy,
        x(first.x0, first.y0),
        yx * first.xx + yy * first.yx,
        yx * first.xy + yy * first.yy,
        y(first.x0, first.y0));
  }

  public double x(double x, double y) {
    return xx * x + xy * y + x0;
  }

  public double y(double x, double y) {
    return yx * x + yy * y + y0;
  }

  /** How many given pixels a wanted pixel spans to each side. */
  public double scale() {
    return Math.sqrt(Math.abs(xx * yy - xy * yx));
  }
}
