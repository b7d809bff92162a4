package org.cleanplate.evaluation;

import org.cleanplate.MattingException;

/**
 * How composites are made.
 *
 * @param width of the pictures in pixels
 * @param height of the pictures in pixels
 * @param seed of all that is random
 * @param subjects range of the sizes of subjects
 * @param nuisances what parts the plate from the background
 */
public record CompositeOptions(
    int width, int height, long seed, SizeRange subjects, PlateNuisances nuisances) {

  /** The published size. */
  public static final int DEFAULT_SIDE = 2048;

  private static final int LEAST_SIDE = 16;
  private static final int MOST_SIDE = 16_384;

  public CompositeOptions {
    if (!valid(width) || !valid(height)) {
      throw new MattingException(
          "Composites are to be "
              + width
              + "x"
              + height
              + ", expected sides from "
              + LEAST_SIDE
              + " to "
              + MOST_SIDE
              + " pixels");
    }
  }

  private static boolean valid(int side) {
    return side >= LEAST_SIDE && side <= MOST_SIDE;
  }
}
