package org.cleanplate.detail;

import java.util.Arrays;
import org.cleanplate.detail.CellGrid.Box;

/**
 * The part of a picture in which the network sees something, in small squares, and the means of
 * alpha, frame and plate over each: free of most of their noise, and hardly touched by a plate that
 * lies a fraction of a pixel off.
 */
final class PartMeans {
  /** Alpha from which on something is seen. */
  static final float SEEN_FROM = 0.05f;

  /** About so many squares lie along the longer side of the picture; none is under a pixel. */
  private static final int SQUARES_ALONG = 960;

  /** So many squares of ground around what is seen belong to the part. */
  private static final int MARGIN = 32;

  final Box part;
  final int side;
  final int across;
  final float[] alpha;
  final float[][] frame;
  final float[][] plate;

  private PartMeans(Box part, int side) {
    this.part = part;
    this.side = side;
    across = part.width() / side;
    int squares = across * (part.height() / side);
    alpha = new float[squares];
    frame = new float[3][squares];
    plate = new float[3][squares];
  }

  /**
   * The means around what is seen.
   *
   * @param alpha of the network, 0..1
   */
  static PartMeans of(CellGrid grid, float[] alpha, Pixels frame, Pixels plate) {
    int side = Math.max(1, Math.max(grid.width(), grid.height()) / SQUARES_ALONG);
    Box seen = seen(grid, alpha);
    PartMeans means =
        new PartMeans(seen.width() > 0 ? grid.around(seen, MARGIN * side) : seen, side);
    float[] colour = new float[3];
    float[] seenSums = new float[3];
    float[] cleanSums = new float[3];
    for (int square = 0; square < means.squares(); square++) {
      Box box = means.pixelsOf(square);
      means.alpha[square] = means.alphaOver(box, grid, alpha);
      addUp(box, grid, frame, colour, seenSums);
      addUp(box, grid, plate, colour, cleanSums);
      means.set(square, seenSums, cleanSums);
    }
    return means;
  }

  /** The smallest box around all that is seen; without width if there is nothing. */
  private static Box seen(CellGrid grid, float[] alpha) {
    int left = grid.width();
    int right = 0;
    int top = grid.height();
    int bottom = 0;
    for (int y = 0; y < grid.height(); y++) {
      for (int x = 0; x < grid.width(); x++) {
        if (alpha[y * grid.width() + x] > SEEN_FROM) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = y + 1;
        }
      }
    }
    return right > left ? new Box(left, top, right, bottom) : new Box(0, 0, 0, 0);
  }

  private float alphaOver(Box box, CellGrid grid, float[] alphas) {
    float sum = 0;
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        sum += alphas[y * grid.width() + x];
      }
    }
    return sum / (side * side);
  }

  private static void addUp(Box box, CellGrid grid, Pixels from, float[] colour, float[] sums) {
    Arrays.fill(sums, 0);
    for (int y = box.top(); y < box.bottom(); y++) {
      for (int x = box.left(); x < box.right(); x++) {
        from.read(y * grid.width() + x, colour);
        for (int c = 0; c < 3; c++) {
          sums[c] += colour[c];
        }
      }
    }
  }

  private void set(int square, float[] seenSums, float[] cleanSums) {
    float share = 1f / (side * side);
    for (int c = 0; c < 3; c++) {
      frame[c][square] = share * seenSums[c];
      plate[c][square] = share * cleanSums[c];
    }
  }

  int squares() {
    return alpha.length;
  }

  Box pixelsOf(int square) {
    int left = part.left() + square % across * side;
    int top = part.top() + square / across * side;
    return new Box(left, top, left + side, top + side);
  }

  /**
   * A value at a pixel, interpolated between the centres of squares.
   *
   * @param values of the squares
   * @param elsewhere the value beyond the outermost centres
   */
  float between(float[] values, int x, int y, float elsewhere) {
    float column = (x - part.left() + 0.5f) / side - 0.5f;
    float row = (y - part.top() + 0.5f) / side - 0.5f;
    int left = (int) Math.floor(column);
    int top = (int) Math.floor(row);
    if (left < 0 || top < 0 || left + 1 >= across || (top + 2) * across > values.length) {
      return elsewhere;
    }
    int corner = top * across + left;
    float above = mix(values[corner], values[corner + 1], column - left);
    float below = mix(values[corner + across], values[corner + across + 1], column - left);
    return mix(above, below, row - top);
  }

  private static float mix(float a, float b, float share) {
    return a + (b - a) * share;
  }
}
