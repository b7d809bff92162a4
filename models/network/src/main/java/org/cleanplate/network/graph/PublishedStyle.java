package org.cleanplate.network.graph;

import org.cleanplate.MattingException;

/**
 * How a network is exported for other programs; unlike in this program's own graphs, all of it is
 * fixed in the file.
 *
 * @param width of the frames in pixels, a multiple of 4
 * @param height of the frames in pixels, a multiple of 4
 * @param backboneScale size of the coarse pass against the frame, over 0 and up to 1/2
 * @param refinement which blocks are refined, not {@link Refinement.None}
 */
public record PublishedStyle(int width, int height, double backboneScale, Refinement refinement) {
  private static final double LARGEST_SCALE = 0.5;

  public PublishedStyle {
    require(isWhole(width) && isWhole(height), "size", width + "x" + height, "multiples of 4");
    require(
        backboneScale > 0 && backboneScale <= LARGEST_SCALE,
        "scale",
        backboneScale,
        "a number over 0 and up to 0.5, as the refiner works at half size");
    require(
        !(refinement instanceof Refinement.None), "refinement", "none", "sampling, ... or full");
    if (refinement instanceof Refinement.Sampling sampling) {
      require(
          sampling.pixels() >= pixelsPerBlock(),
          "number of pixels",
          sampling.pixels(),
          "at least " + pixelsPerBlock() + ", one block");
    }
  }

  static int pixelsPerBlock() {
    return GraphGeometry.BLOCK * GraphGeometry.BLOCK;
  }

  private static boolean isWhole(int pixels) {
    return pixels > 0 && pixels % GraphGeometry.BLOCK == 0;
  }

  GraphGeometry geometry() {
    return GraphGeometry.of(width, height, backboneScale, true);
  }

  private static void require(boolean good, String what, Object found, String expected) {
    if (!good) {
      throw new MattingException(
          "The export's " + what + " is " + found + ", expected " + expected);
    }
  }
}
