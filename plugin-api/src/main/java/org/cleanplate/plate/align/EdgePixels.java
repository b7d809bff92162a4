package org.cleanplate.plate.align;

import java.util.Arrays;

/**
 * The pixels of a picture that show best where it lies: of each small square the one with the
 * steepest brightness.
 *
 * @param x columns
 * @param y rows
 * @param levels their brightness, 0..255
 * @param across how much brighter it becomes with each pixel to the right
 * @param down the same with each pixel further down
 */
record EdgePixels(int[] x, int[] y, float[] levels, float[] across, float[] down) {
  /** About so many squares a picture has: several hundred for each number that is looked for. */
  private static final int SQUARES = 12_000;

  /** Smaller squares hold hardly more than one pixel that is not on the border of another. */
  private static final int SMALLEST_SIDE = 2;

  /** Flatter pixels tell noise, in levels a pixel. */
  private static final float FLATTEST = 3;

  /** Looks for them in a picture of bytes, row by row. */
  static EdgePixels of(byte[] picture, int width) {
    int height = picture.length / width;
    double pixels = (double) picture.length / SQUARES;
    int side = Math.max(SMALLEST_SIDE, (int) Math.round(Math.sqrt(pixels)));
    int[] found = new int[(width / side + 1) * (height / side + 1)];
    int count = 0;
    for (int top = 1; top < height - 1; top += side) {
      for (int left = 1; left < width - 1; left += side) {
        int right = Math.min(width - 1, left + side);
        int steepest = steepest(picture, width, left, right, top, Math.min(height - 1, top + side));
        if (steepness(picture, width, steepest) > FLATTEST * FLATTEST) {
          found[count++] = steepest;
        }
      }
    }
    return at(Arrays.copyOf(found, count), picture, width);
  }

  private static int steepest(byte[] picture, int width, int left, int right, int top, int bottom) {
    int best = top * width + left;
    float most = steepness(picture, width, best);
    for (int y = top; y < bottom; y++) {
      for (int pixel = y * width + left; pixel < y * width + right; pixel++) {
        float steepness = steepness(picture, width, pixel);
        if (steepness > most) {
          most = steepness;
          best = pixel;
        }
      }
    }
    return best;
  }

  private static EdgePixels at(int[] places, byte[] picture, int width) {
    int count = places.length;
    EdgePixels edges =
        new EdgePixels(
            new int[count], new int[count], new float[count], new float[count], new float[count]);
    for (int i = 0; i < count; i++) {
      edges.x[i] = places[i] % width;
      edges.y[i] = places[i] / width;
      edges.levels[i] = picture[places[i]] & 0xFF;
      edges.across[i] = slope(picture, places[i], 1);
      edges.down[i] = slope(picture, places[i], width);
    }
    return edges;
  }

  private static float steepness(byte[] picture, int width, int pixel) {
    float across = slope(picture, pixel, 1);
    float down = slope(picture, pixel, width);
    return across * across + down * down;
  }

  private static float slope(byte[] picture, int pixel, int step) {
    return ((picture[pixel + step] & 0xFF) - (picture[pixel - step] & 0xFF)) / 2f;
  }

  int count() {
    return x.length;
  }
}
