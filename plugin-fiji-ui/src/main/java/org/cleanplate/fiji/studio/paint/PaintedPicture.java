package org.cleanplate.fiji.studio.paint;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanplate.fiji.studio.regions.Brush;
import org.cleanplate.fiji.studio.regions.Painted;
import org.cleanplate.fiji.studio.regions.PixelMask;

/**
 * What is painted on a frame, as translucent pixels within a solid edge. Immutable once made;
 * making one takes time.
 */
final class PaintedPicture {
  private final List<Part> parts;

  private record Part(Rectangle bounds, BufferedImage pixels) {}

  private PaintedPicture(List<Part> parts) {
    this.parts = parts;
  }

  static PaintedPicture of(Painted painted) {
    return new PaintedPicture(
        Stream.of(part(painted.keep(), Brush.KEEP), part(painted.remove(), Brush.REMOVE))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<Part> part(PixelMask mask, Brush brush) {
    if (mask.isEmpty()) {
      return Optional.empty();
    }
    Rectangle bounds = mask.bounds();
    BufferedImage image =
        new BufferedImage(bounds.width, bounds.height, BufferedImage.TYPE_INT_ARGB);
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int fill = PaintColours.fill(brush).getRGB();
    int line = PaintColours.line(brush).getRGB();
    mask.forEachRun(
        (y, x0, x1) -> {
          int row = (y - bounds.y) * bounds.width - bounds.x;
          Arrays.fill(pixels, row + x0, row + x1, fill);
          for (int x = x0; x < x1; x++) {
            boolean edge =
                x == x0 || x == x1 - 1 || !mask.contains(x, y - 1) || !mask.contains(x, y + 1);
            if (edge) {
              pixels[row + x] = line;
            }
          }
        });
    return Optional.of(new Part(bounds, image));
  }

  /** Draws it over a picture that is drawn with the same transform. */
  void draw(Graphics2D graphics, AffineTransform toView) {
    boolean reduced = toView.getScaleX() < 1;
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION,
        reduced
            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    for (Part part : parts) {
      AffineTransform place = new AffineTransform(toView);
      place.translate(part.bounds().x, part.bounds().y);
      graphics.drawImage(part.pixels(), place, null);
    }
  }
}
