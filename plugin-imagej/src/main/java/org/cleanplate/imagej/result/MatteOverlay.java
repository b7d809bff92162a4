package org.cleanplate.imagej.result;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.FloatBuffer;
import java.util.List;
import org.cleanplate.frame.Frame;

/**
 * What runs draw on an image. It is told from the user's own overlay by its name, so that a new run
 * replaces only what one before it drew.
 */
public final class MatteOverlay {
  private static final String PREFIX = "cleanplate-";
  private static final Color COLOUR = new Color(0xFF2D55);

  /** How much of the colour full alpha has, 0..255. */
  private static final int OPACITY = 150;

  private MatteOverlay() {}

  /** Whether a run drew it. */
  public static boolean isOurs(Roi roi) {
    return roi.getName() != null && roi.getName().startsWith(PREFIX);
  }

  /** An outline to draw. */
  static Roi outline(Roi roi) {
    Roi drawn = (Roi) roi.clone();
    drawn.setName(PREFIX + roi.getName());
    drawn.setStrokeColor(COLOUR);
    return drawn;
  }

  /** Alpha as a translucent colour. */
  public static Roi tint(Frame alpha) {
    FloatBuffer values = alpha.pixels().asFloatBuffer();
    BufferedImage picture =
        new BufferedImage(
            alpha.format().width(), alpha.format().height(), BufferedImage.TYPE_INT_ARGB);
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    int colour = COLOUR.getRGB() & 0xFFFFFF;
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Math.round(values.get(i) * OPACITY) << 24 | colour;
    }
    ImageRoi roi = new ImageRoi(0, 0, picture);
    roi.setName(PREFIX + "alpha");
    return roi;
  }

  /** Draws regions on an image in place of what was drawn by a run before. */
  public static void draw(ImagePlus image, List<Roi> regions) {
    Overlay overlay = new Overlay();
    if (image.getOverlay() != null) {
      for (Roi roi : image.getOverlay().toArray()) {
        if (!isOurs(roi)) {
          overlay.add(roi);
        }
      }
    }
    regions.forEach(overlay::add);
    image.setOverlay(overlay.size() == 0 ? null : overlay);
  }
}
