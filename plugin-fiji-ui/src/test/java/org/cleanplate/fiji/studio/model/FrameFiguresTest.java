package org.cleanplate.fiji.studio.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FrameFiguresTest {

  @Test
  void growStaleWhenTheOptionsChange() {
    FrameFigures figures = new FrameFigures(3);
    figures.put(1, 0.25, 0.01, true);
    assertTrue(figures.isKnown(1) && figures.isFresh(1));
    assertFalse(figures.isKnown(0));
    figures.age();
    assertTrue(figures.isKnown(1));
    assertFalse(figures.isFresh(1));
    figures.put(2, 0.5, Double.NaN, false);
    assertFalse(figures.isFresh(2), "a run with the options of before");
    assertEquals(2, figures.knownCount());
    assertEquals(0.25, figures.coverage(1));
  }

  @Test
  void leaveFramesAsideThatThereAreNot() {
    FrameFigures figures = new FrameFigures(3);
    figures.put(3, 1, 1, true);
    figures.put(-1, 1, 1, true);
    assertEquals(0, figures.knownCount());
  }

  @Test
  void tellTheLargestErrorAndCoverage() {
    FrameFigures figures = new FrameFigures(3);
    assertEquals(0.01, figures.largestError(0.01));
    figures.put(0, 0.2, 0.03, true);
    figures.put(1, 0.4, Double.NaN, true);
    assertEquals(0.03, figures.largestError(0.01));
    assertEquals(0.4, figures.largestCoverage(0.1));
  }
}
