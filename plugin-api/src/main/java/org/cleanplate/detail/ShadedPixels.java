package org.cleanplate.detail;

/**
 * A plate with shadows on it.
 *
 * @param width pixels a row
 */
record ShadedPixels(Pixels plate, int width, Shade shade) implements Pixels {

  @Override
  public void read(int pixel, float[] rgb) {
    plate.read(pixel, rgb);
    float factor = shade.factorAt(pixel % width, pixel / width);
    for (int c = 0; c < 3; c++) {
      rgb[c] *= factor;
    }
  }
}
