package org.cleanplate.training.data.augment;

import org.cleanplate.training.data.image.FloatImage;
import org.cleanplate.training.data.synthesis.Dice;

/**
 * Brightness, contrast, saturation and hue changed at random, in this order, as torchvision defines
 * them.
 *
 * @param brightness factor
 * @param contrast factor about the mean grey
 * @param saturation factor about each pixel's grey
 * @param hue turn, in parts of the colour circle
 */
record ColorJitter(double brightness, double contrast, double saturation, double hue) {

  /** Factors of 1 plus or minus {@code spread}, a hue of plus or minus {@code hueSpread}. */
  static ColorJitter any(Dice dice, double spread, double hueSpread) {
    return new ColorJitter(
        1 + dice.between(-spread, spread),
        1 + dice.between(-spread, spread),
        1 + dice.between(-spread, spread),
        dice.between(-hueSpread, hueSpread));
  }

  void apply(FloatImage image) {
    int pixels = image.pixels();
    float[] values = image.values();
    float middle = (float) (brightness * meanGray(image));
    double turn = 2 * Math.PI * hue;
    float[] rgb = new float[3];
    for (int i = 0; i < pixels; i++) {
      for (int c = 0; c < 3; c++) {
        float bright = clamp((float) brightness * values[c * pixels + i]);
        rgb[c] = clamp(middle + (float) contrast * (bright - middle));
      }
      float gray = gray(rgb[0], rgb[1], rgb[2]);
      for (int c = 0; c < 3; c++) {
        rgb[c] = clamp(gray + (float) saturation * (rgb[c] - gray));
      }
      turnHue(rgb, turn);
      for (int c = 0; c < 3; c++) {
        values[c * pixels + i] = clamp(rgb[c]);
      }
    }
  }

  /** A turn about the grey axis: close to that of HSV for small angles, and without its seam. */
  private static void turnHue(float[] rgb, double angle) {
    double cos = Math.cos(angle);
    double across = (1 - cos) / 3;
    double side = Math.sqrt(1 / 3.0) * Math.sin(angle);
    double r = rgb[0];
    double g = rgb[1];
    double b = rgb[2];
    double own = cos + across;
    rgb[0] = (float) (own * r + (across - side) * g + (across + side) * b);
    rgb[1] = (float) ((across + side) * r + own * g + (across - side) * b);
    rgb[2] = (float) ((across - side) * r + (across + side) * g + own * b);
  }

  private static double meanGray(FloatImage image) {
    int pixels = image.pixels();
    float[] values = image.values();
    double sum = 0;
    for (int i = 0; i < pixels; i++) {
      sum += gray(values[i], values[i + pixels], values[i + 2 * pixels]);
    }
    return sum / pixels;
  }

  private static float gray(float red, float green, float blue) {
    return 0.299f * red + 0.587f * green + 0.114f * blue;
  }

  private static float clamp(float value) {
    return value > 0 ? Math.min(1, value) : 0;
  }
}
