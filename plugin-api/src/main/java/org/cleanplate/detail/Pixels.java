package org.cleanplate.detail;

import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.network.graph.PixelLayout;

/** The colours of a picture, read pixel by pixel. */
@FunctionalInterface
interface Pixels {

  /**
   * The pixels of a picture.
   *
   * @param levels black and white of deep pixels
   */
  static Pixels of(Frame picture, Levels levels) {
    return picture.format().layout() == PixelLayout.BGRA_8
        ? new PackedPixels(picture.pixels().asIntBuffer())
        : LevelledPixels.of(picture, levels);
  }

  /**
   * Reads a pixel.
   *
   * @param rgb takes red, green and blue, 0..1
   */
  void read(int pixel, float[] rgb);
}
