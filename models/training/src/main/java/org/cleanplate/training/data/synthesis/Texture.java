package org.cleanplate.training.data.synthesis;

/** The colour of a surface at each place, before light falls on it. */
@FunctionalInterface
interface Texture {

  /** Writes red, green and blue at a place in pixels. */
  void color(float x, float y, float[] rgb);

  static Texture plain(Rgb color) {
    return (x, y, rgb) -> {
      rgb[0] = color.red();
      rgb[1] = color.green();
      rgb[2] = color.blue();
    };
  }

  /** This, brighter or darker. */
  default Texture times(double factor) {
    float share = (float) factor;
    return (x, y, rgb) -> {
      color(x, y, rgb);
      rgb[0] = Math.min(1, rgb[0] * share);
      rgb[1] = Math.min(1, rgb[1] * share);
      rgb[2] = Math.min(1, rgb[2] * share);
    };
  }

  /** This, made lighter and darker by a share of noise. */
  default Texture mottled(Noise noise, double strength) {
    float amount = (float) strength;
    return (x, y, rgb) -> {
      color(x, y, rgb);
      float factor = Math.max(0, 1 + amount * noise.at(x, y));
      rgb[0] *= factor;
      rgb[1] *= factor;
      rgb[2] *= factor;
    };
  }

  /** This, and another where the noise is above a level. */
  default Texture patched(Noise noise, double level, double edgePixels, Texture other) {
    float sharpness = (float) (1 / edgePixels);
    float middle = (float) level;
    return (x, y, rgb) -> {
      float share = Math.max(0, Math.min(1, 0.5f + (noise.at(x, y) - middle) * sharpness));
      if (share < 1) {
        color(x, y, rgb);
      }
      if (share > 0) {
        float r = rgb[0];
        float g = rgb[1];
        float b = rgb[2];
        other.color(x, y, rgb);
        rgb[0] = r + share * (rgb[0] - r);
        rgb[1] = g + share * (rgb[1] - g);
        rgb[2] = b + share * (rgb[2] - b);
      }
    };
  }
}
