package org.cleanplate.fiji.studio.regions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import org.junit.jupiter.api.Test;

class BrushStrokeTest {
  private static final int WIDTH = 60;
  private static final int HEIGHT = 40;

  @Test
  void paintsWhatComesWithinTheRadius() {
    BrushStroke stroke = new BrushStroke(4.5, new Point2D.Double(10, 8));
    stroke.moveTo(new Point2D.Double(30.3, 25));
    stroke.moveTo(new Point2D.Double(70, 20));
    PixelMask mask = stroke.mask(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double distance =
            Math.min(
                Line2D.ptSegDist(10, 8, 30.3, 25, x + 0.5, y + 0.5),
                Line2D.ptSegDist(30.3, 25, 70, 20, x + 0.5, y + 0.5));
        assertEquals(distance <= 4.5, mask.contains(x, y), x + ", " + y + " at " + distance);
      }
    }
  }

  @Test
  void smallestBrushPaintsThePixelUnderIt() {
    PixelMask mask = new BrushStroke(0.1, new Point2D.Double(7.5, 3.5)).mask(WIDTH, HEIGHT);
    assertEquals(new Rectangle(7, 3, 1, 1), mask.bounds());
  }

  @Test
  void paintsNothingBesideThePicture() {
    assertEquals(
        PixelMask.EMPTY, new BrushStroke(5, new Point2D.Double(-40, 90)).mask(WIDTH, HEIGHT));
  }
}
