package org.cleanplate.fiji.studio.paint;

import java.awt.Color;
import org.cleanplate.fiji.studio.regions.Brush;
import org.cleanplate.fiji.studio.regions.PaintedRegions;

/** What painted pixels look like. */
final class PaintColours {
  private static final int OPACITY = 120;
  private static final Color ERASED = Color.WHITE;

  private PaintColours() {}

  static Color line(Brush brush) {
    return switch (brush) {
      case KEEP -> PaintedRegions.KEEP_COLOUR;
      case REMOVE -> PaintedRegions.REMOVE_COLOUR;
      case ERASE -> ERASED;
    };
  }

  /** The same, with the picture seen through. */
  static Color fill(Brush brush) {
    Color line = line(brush);
    return new Color(line.getRed(), line.getGreen(), line.getBlue(), OPACITY);
  }
}
