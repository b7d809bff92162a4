package org.cleanplate.fiji.studio.regions;

import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of a round brush over a picture: all pixels whose middle comes as near to it as the
 * brush's radius. Used by one thread.
 */
public final class BrushStroke {
  private final List<Point2D> way = new ArrayList<>();
  private final double radiusPixels;

  /**
   * Sets the brush down.
   *
   * @param radiusPixels of the picture; at least 0.5, so that a point paints its pixel
   */
  public BrushStroke(double radiusPixels, Point2D start) {
    this.radiusPixels = Math.max(0.5, radiusPixels);
    way.add(start);
  }

  /** Moves the brush straight to a point, in pixels of the picture. */
  public void moveTo(Point2D point) {
    way.add(point);
  }

  public double radiusPixels() {
    return radiusPixels;
  }

  /** The points that it came by. */
  public List<Point2D> way() {
    return List.copyOf(way);
  }

  /** What it has painted of a picture of that size. Takes time with its length. */
  public PixelMask mask(int width, int height) {
    Rectangle picture = new Rectangle(width, height);
    PixelMask.Builder mask = new PixelMask.Builder(reach().intersection(picture));
    Point2D from = way.get(0);
    for (Point2D to : way) {
      paint(mask, new Line2D.Double(from, to), picture);
      from = to;
    }
    return mask.build();
  }

  private Rectangle reach() {
    Rectangle reach = reach(new Line2D.Double(way.get(0), way.get(0)));
    way.forEach(point -> reach.add(reach(new Line2D.Double(point, point))));
    return reach;
  }

  private Rectangle reach(Line2D line) {
    Rectangle reach = line.getBounds();
    int radius = (int) Math.ceil(radiusPixels) + 1;
    reach.grow(radius, radius);
    return reach;
  }

  private void paint(PixelMask.Builder mask, Line2D line, Rectangle picture) {
    Rectangle near = reach(line).intersection(picture);
    double limit = radiusPixels * radiusPixels;
    for (int y = near.y; y < near.y + near.height; y++) {
      int left = near.x;
      int right = near.x + near.width;
      while (left < right && line.ptSegDistSq(left + 0.5, y + 0.5) > limit) {
        left++;
      }
      while (right > left && line.ptSegDistSq(right - 0.5, y + 0.5) > limit) {
        right--;
      }
      mask.add(y, left, right);
    }
  }
}
