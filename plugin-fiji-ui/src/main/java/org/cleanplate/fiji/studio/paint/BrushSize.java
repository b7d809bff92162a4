package org.cleanplate.fiji.studio.paint;

import javax.swing.BoundedRangeModel;
import javax.swing.DefaultBoundedRangeModel;

/**
 * How wide the brush is. Steps of a slider go evenly by ratio, since a fine brush needs fine ones.
 */
final class BrushSize {
  private static final int LARGEST_STEP = 60;
  private static final int FIRST_STEP = 29;

  /** The step from one to the next. */
  private static final double RATIO = 1.1225;

  private final BoundedRangeModel steps =
      new DefaultBoundedRangeModel(FIRST_STEP, 0, 0, LARGEST_STEP);

  /** For a slider. */
  BoundedRangeModel steps() {
    return steps;
  }

  /** 1 to about 1000 pixels of the picture. */
  int diameterPixels() {
    return (int) Math.round(Math.pow(RATIO, steps.getValue()));
  }

  double radiusPixels() {
    return diameterPixels() / 2.0;
  }

  /** Goes to the next size that is another. */
  void larger() {
    step(1);
  }

  void smaller() {
    step(-1);
  }

  private void step(int direction) {
    int before = diameterPixels();
    int last = -1;
    while (diameterPixels() == before && steps.getValue() != last) {
      last = steps.getValue();
      steps.setValue(last + direction);
    }
  }
}
