package org.cleanplate.training.data;

/**
 * One example to learn from. Pixels are 0..1, rows from top to bottom, colours as three planes red,
 * green, blue. The arrays are the reader's from the moment the sample is handed over.
 *
 * @param width of all pictures, in pixels
 * @param height of all pictures, in pixels
 * @param source the frame, {@code 3 * height * width}
 * @param plate the scene without the subject as it was captured, {@code 3 * height * width}
 * @param alpha the true alpha, {@code height * width}
 * @param foreground the subject's true colour, meaningful where alpha is over 0; {@code 3 * height
 *     * width}
 */
public record TrainingSample(
    int width, int height, float[] source, float[] plate, float[] alpha, float[] foreground) {

  public TrainingSample {
    int pixels = Math.multiplyExact(width, height);
    require("source", source, 3 * pixels);
    require("plate", plate, 3 * pixels);
    require("alpha", alpha, pixels);
    require("foreground", foreground, 3 * pixels);
  }

  private static void require(String what, float[] values, int expected) {
    if (values.length != expected) {
      throw new IllegalArgumentException(
          "The " + what + " has " + values.length + " values, expected " + expected);
    }
  }
}
