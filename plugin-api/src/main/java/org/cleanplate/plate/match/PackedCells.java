package org.cleanplate.plate.match;

import java.nio.IntBuffer;
import java.util.Arrays;
import org.cleanplate.frame.Frame;

/**
 * Adds up packed 8-bit pixels over small squares: the columns of a row of squares first, which the
 * processor does for many pixels at once.
 */
final class PackedCells {
  /** How many clipped samples of a column fit into a byte. */
  static final int LARGEST_SIDE = 255;

  private static final int CHANNELS = 3;
  private static final int ALL_BUT_TOP_BITS = 0x7F7F7F;
  private static final int LOWEST_BITS = 0x010101;

  private final IntBuffer pixels;
  private final int width;
  private final int side;
  private final int[] line;
  private final int[][] sums;

  /** How many samples of a column are clipped, a byte for each channel. */
  private final int[] clipped;

  /**
   * Adds up a frame.
   *
   * @param frame packed
   * @param side of a square in pixels, at most {@link #LARGEST_SIDE}
   */
  PackedCells(Frame frame, int side) {
    this.pixels = frame.pixels().asIntBuffer();
    this.width = frame.format().width();
    this.side = side;
    line = new int[width];
    sums = new int[CHANNELS][width];
    clipped = new int[width];
  }

  /** Takes the sum of a channel over a square, and how many of its samples are clipped. */
  @FunctionalInterface
  interface Target {
    void set(int channel, int cell, float sum, int clipped);
  }

  /** Gives out the sums of all squares. */
  void forEach(int columns, int rows, Target target) {
    for (int row = 0; row < rows; row++) {
      addRows(row * side);
      for (int channel = 0; channel < CHANNELS; channel++) {
        for (int column = 0; column < columns; column++) {
          addColumns(channel, row * columns + column, column * side, target);
        }
      }
    }
  }

  private void addRows(int first) {
    int[] red = sums[0];
    int[] green = sums[1];
    int[] blue = sums[2];
    Arrays.fill(red, 0);
    Arrays.fill(green, 0);
    Arrays.fill(blue, 0);
    Arrays.fill(clipped, 0);
    for (int y = first; y < first + side; y++) {
      pixels.get(y * width, line);
      for (int x = 0; x < line.length; x++) {
        red[x] += line[x] >>> 16 & 0xFF;
        green[x] += line[x] >>> 8 & 0xFF;
        blue[x] += line[x] & 0xFF;
      }
      for (int x = 0; x < line.length; x++) {
        clipped[x] += zeros(line[x]) + zeros(~line[x]);
      }
    }
  }

  /** A 1 in each of the three lower bytes that is 0. */
  private static int zeros(int bytes) {
    int anyBit = (bytes & ALL_BUT_TOP_BITS) + ALL_BUT_TOP_BITS | bytes;
    return ~anyBit >>> 7 & LOWEST_BITS;
  }

  private void addColumns(int channel, int cell, int left, Target target) {
    int shift = 16 - 8 * channel;
    int sum = 0;
    int clips = 0;
    for (int x = left; x < left + side; x++) {
      sum += sums[channel][x];
      clips += clipped[x] >>> shift & 0xFF;
    }
    target.set(channel, cell, sum, clips);
  }
}
