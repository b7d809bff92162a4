package org.cleanplate.detail;

/** The colours of a picture, read pixel by pixel. */
@FunctionalInterface
interface Pixels {

  /**
   * Reads a pixel.
   *
   * @param rgb takes red, green and blue, 0..1
   */
  void read(int pixel, float[] rgb);
}
