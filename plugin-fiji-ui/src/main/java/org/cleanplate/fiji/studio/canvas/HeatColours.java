package org.cleanplate.fiji.studio.canvas;

/**
 * Colours from black over purple and orange to light yellow, whose lightness rises evenly: nine
 * points of the map "inferno" of S. van der Walt and N. Smith (matplotlib, CC0).
 */
final class HeatColours {
  private static final int[] POINTS = {
    0x000004, 0x1B0C41, 0x4A0C6B, 0x781C6D, 0xA52C60, 0xCF4446, 0xED6925, 0xFB9B06, 0xFCFFA4
  };
  private static final int STEPS = 256;
  private static final int[] TABLE = table();

  private HeatColours() {}

  /**
   * The colour of a value.
   *
   * @param value 0..1; others are held within
   * @return {@code 0xRRGGBB}
   */
  static int of(double value) {
    return TABLE[(int) (Math.max(0, Math.min(1, value)) * (STEPS - 1))];
  }

  private static int[] table() {
    int[] table = new int[STEPS];
    for (int i = 0; i < STEPS; i++) {
      double place = (double) i / (STEPS - 1) * (POINTS.length - 1);
      int before = Math.min(POINTS.length - 2, (int) place);
      double share = place - before;
      table[i] = mix(16, before, share) << 16 | mix(8, before, share) << 8 | mix(0, before, share);
    }
    return table;
  }

  private static int mix(int shift, int before, double share) {
    int a = POINTS[before] >> shift & 0xFF;
    int b = POINTS[before + 1] >> shift & 0xFF;
    return (int) Math.round(a + share * (b - a));
  }
}
