package org.cleanplate.detail;

import java.nio.IntBuffer;

/** Packed 8-bit pixels. */
record PackedPixels(IntBuffer pixels) implements Pixels {
  private static final float[] UNITS = units();

  private static float[] units() {
    float[] units = new float[256];
    for (int level = 0; level < units.length; level++) {
      units[level] = level / 255f;
    }
    return units;
  }

  @Override
  public void read(int pixel, float[] rgb) {
    int packed = pixels.get(pixel);
    rgb[0] = UNITS[packed >>> 16 & 0xFF];
    rgb[1] = UNITS[packed >>> 8 & 0xFF];
    rgb[2] = UNITS[packed & 0xFF];
  }
}
