package org.cleanplate.training.data.folder;

import java.nio.ByteBuffer;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.LayoutConverter;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.training.data.image.FloatImage;

/** Turns a frame into planes of floats. */
final class FramePixels {
  private static final int CHANNELS = 4;

  private FramePixels() {}

  /**
   * Red, green, blue and alpha. A picture far larger than needed is reduced while it is read, to
   * the means of squares.
   */
  static FloatImage toFloats(Frame frame, int leastSide) {
    Frame packed = LayoutConverter.convert(frame, PixelLayout.BGRA_8);
    int side = Math.min(packed.format().width(), packed.format().height());
    return reduced(packed, Math.max(1, side / Math.max(1, leastSide)));
  }

  private static FloatImage reduced(Frame packed, int factor) {
    int fullWidth = packed.format().width();
    int width = Math.max(1, fullWidth / factor);
    int height = Math.max(1, packed.format().height() / factor);
    FloatImage image = FloatImage.zeros(width, height, CHANNELS);
    ByteBuffer pixels = packed.pixels();
    byte[] rows = new byte[fullWidth * CHANNELS * factor];
    float weight = 1f / (255 * factor * factor);
    for (int y = 0; y < height; y++) {
      pixels.get(y * rows.length, rows);
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < CHANNELS; c++) {
          int sum = 0;
          for (int dy = 0; dy < factor; dy++) {
            int at = (dy * fullWidth + x * factor) * CHANNELS + c;
            for (int dx = 0; dx < factor; dx++) {
              sum += rows[at + dx * CHANNELS] & 0xFF;
            }
          }
          int channel = c == 3 ? 3 : 2 - c;
          image.values()[(channel * height + y) * width + x] = sum * weight;
        }
      }
    }
    return image;
  }
}
