package org.cleanplate.plate.estimate;

/**
 * Where an estimated plate is in doubt: an animal that rested for a good part of the time has left
 * two things there, of which the estimate holds one. A pixel's doubt is twice the share of the
 * frames that show something else than most do.
 *
 * @param width of the plate
 * @param height of the plate
 * @param doubt 0..1 a pixel, row by row
 */
public record GhostMap(int width, int height, float[] doubt) {
  /** From here on a pixel counts as doubtful: something else in every eighth frame. */
  public static final float DOUBTFUL = 0.25f;

  /** The share of the pixels that are doubtful, 0..1. */
  public double share() {
    int count = 0;
    for (float value : doubt) {
      count += value >= DOUBTFUL ? 1 : 0;
    }
    return (double) count / doubt.length;
  }
}
