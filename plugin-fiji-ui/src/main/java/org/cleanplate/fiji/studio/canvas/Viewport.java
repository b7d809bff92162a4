package org.cleanplate.fiji.studio.canvas;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/**
 * Which part of a picture is seen, and how large.
 *
 * @param scale pixels of the view for one of the picture, over 0
 * @param x where the picture's left edge lies in the view
 * @param y where its top edge lies
 */
public record Viewport(double scale, double x, double y) {
  static final double SMALLEST = 1.0 / 64;
  static final double LARGEST = 64;

  /** The whole picture as large as it fits, in the middle. */
  static Viewport fitting(int width, int height, int viewWidth, int viewHeight) {
    double scale = Math.min((double) viewWidth / width, (double) viewHeight / height);
    return centred(held(scale), width, height, viewWidth, viewHeight);
  }

  /** The picture's middle in the view's. */
  static Viewport centred(double scale, int width, int height, int viewWidth, int viewHeight) {
    return new Viewport(scale, (viewWidth - scale * width) / 2, (viewHeight - scale * height) / 2);
  }

  private static double held(double scale) {
    return Math.max(SMALLEST, Math.min(LARGEST, scale));
  }

  /** Larger or smaller around a point of the view, which stays where it is. */
  Viewport zoomed(double factor, double viewX, double viewY) {
    double other = held(scale * factor);
    double ratio = other / scale;
    return new Viewport(other, viewX - ratio * (viewX - x), viewY - ratio * (viewY - y));
  }

  Viewport moved(double dx, double dy) {
    return new Viewport(scale, x + dx, y + dy);
  }

  /** The place in the picture, in its pixels, that a point of the view shows. */
  public Point2D toPicture(double viewX, double viewY) {
    return new Point2D.Double((viewX - x) / scale, (viewY - y) / scale);
  }

  /** From pixels of the picture to those of the view. */
  public AffineTransform toView() {
    return new AffineTransform(scale, 0, 0, scale, x, y);
  }
}
