package org.cleanplate.training.data.synthesis;

import java.util.Optional;
import org.cleanplate.training.data.image.FloatImage;

/**
 * Colour and alpha being painted, the colour multiplied by alpha: red, green, blue, alpha. Layers
 * that share a pixel are taken as independent of each other, as in Porter and Duff's "over".
 */
final class Canvas {
  final int width;
  final int height;
  final float[] red;
  final float[] green;
  final float[] blue;
  final float[] alpha;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    red = new float[width * height];
    green = new float[width * height];
    blue = new float[width * height];
    alpha = new float[width * height];
  }

  /** Paints over a pixel. */
  void over(int at, float r, float g, float b, float coverage) {
    float rest = 1 - coverage;
    red[at] = red[at] * rest + r * coverage;
    green[at] = green[at] * rest + g * coverage;
    blue[at] = blue[at] * rest + b * coverage;
    alpha[at] = alpha[at] * rest + coverage;
  }

  /** Takes a share of a pixel away. */
  void erase(int at, float coverage) {
    float rest = 1 - coverage;
    red[at] *= rest;
    green[at] *= rest;
    blue[at] *= rest;
    alpha[at] *= rest;
  }

  /** The colour at a place, if the place is on the canvas and painted at least so much. */
  Optional<Rgb> colorAt(double x, double y, double leastAlpha) {
    if (x < 0 || y < 0 || x >= width || y >= height) {
      return Optional.empty();
    }
    int at = (int) y * width + (int) x;
    float covered = alpha[at];
    return covered < leastAlpha
        ? Optional.empty()
        : Optional.of(Rgb.of(red[at] / covered, green[at] / covered, blue[at] / covered));
  }

  /** A copy: red, green, blue times alpha, and alpha. */
  FloatImage toImage() {
    FloatImage image = FloatImage.zeros(width, height, 4);
    int pixels = width * height;
    System.arraycopy(red, 0, image.values(), 0, pixels);
    System.arraycopy(green, 0, image.values(), pixels, pixels);
    System.arraycopy(blue, 0, image.values(), 2 * pixels, pixels);
    System.arraycopy(alpha, 0, image.values(), 3 * pixels, pixels);
    return image;
  }
}
