package org.cleanplate.evaluation;

import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.LayoutConverter;
import org.cleanplate.metric.AlphaPlane;
import org.cleanplate.network.graph.PixelLayout;

/** Pictures in the form that Java draws. */
final class RgbImage {
  private RgbImage() {}

  static BufferedImage of(Frame picture) {
    int width = picture.format().width();
    int height = picture.format().height();
    int[] pixels = new int[width * height];
    LayoutConverter.convert(picture, PixelLayout.BGRA_8)
        .pixels()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asIntBuffer()
        .get(pixels);
    return of(width, height, pixels);
  }

  /** Alpha as grey. */
  static BufferedImage of(AlphaPlane alpha) {
    int[] pixels = new int[alpha.values().length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Math.round(255 * Math.max(0, Math.min(1, alpha.values()[i]))) * 0x010101;
    }
    return of(alpha.width(), alpha.height(), pixels);
  }

  private static BufferedImage of(int width, int height, int[] pixels) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return image;
  }
}
