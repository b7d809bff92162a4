package org.cleanplate.fiji.studio.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.Point2D;
import org.junit.jupiter.api.Test;

class ViewportTest {
  private static final double EXACT = 1e-9;

  @Test
  void fitsThePictureIntoTheMiddle() {
    Viewport fitted = Viewport.fitting(1920, 1080, 960, 600);
    assertEquals(0.5, fitted.scale(), EXACT);
    assertEquals(0, fitted.x(), EXACT);
    assertEquals(30, fitted.y(), EXACT);
  }

  @Test
  void zoomsAroundThePointUnderTheMouse() {
    Viewport before = new Viewport(0.5, 10, 20);
    Point2D under = before.toPicture(100, 80);
    Viewport after = before.zoomed(2, 100, 80);
    assertEquals(1, after.scale(), EXACT);
    assertEquals(under, after.toPicture(100, 80));
  }

  @Test
  void zoomsNoFurtherThanItMakesSense() {
    Viewport viewport = new Viewport(1, 0, 0);
    assertEquals(Viewport.LARGEST, viewport.zoomed(1e6, 0, 0).scale());
    assertEquals(Viewport.SMALLEST, viewport.zoomed(1e-6, 0, 0).scale());
  }
}
