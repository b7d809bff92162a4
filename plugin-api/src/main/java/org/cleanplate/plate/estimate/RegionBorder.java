package org.cleanplate.plate.estimate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.cleanplate.frame.FrameFormat;

/** The border of a region: pixels just within it and, across, pixels just outside. */
final class RegionBorder {
  /** An outline is blurred over some pixels, and a region does not follow it exactly. */
  private static final int INSIDE = 2;

  private static final int OUTSIDE = 4;

  private static final int[][] DIRECTIONS = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};

  private final int width;
  private final int height;
  private final BitSet region = new BitSet();

  RegionBorder(FrameFormat format, int[] pixels) {
    this.width = format.width();
    this.height = format.height();
    for (int pixel : pixels) {
      region.set(pixel);
    }
  }

  /** Pairs of pixel numbers: inside, outside. */
  List<int[]> pairs() {
    List<int[]> pairs = new ArrayList<>();
    for (int pixel = region.nextSetBit(0); pixel >= 0; pixel = region.nextSetBit(pixel + 1)) {
      for (int[] direction : DIRECTIONS) {
        int next = moved(pixel, direction, 1);
        int outside = moved(pixel, direction, OUTSIDE);
        int inside = moved(pixel, direction, -INSIDE);
        if (next >= 0 && !region.get(next) && outside >= 0 && !region.get(outside)) {
          pairs.add(new int[] {inside >= 0 && region.get(inside) ? inside : pixel, outside});
        }
      }
    }
    return pairs;
  }

  /** -1 beyond the picture. */
  private int moved(int pixel, int[] direction, int steps) {
    int x = pixel % width + direction[0] * steps;
    int y = pixel / width + direction[1] * steps;
    return x >= 0 && x < width && y >= 0 && y < height ? y * width + x : -1;
  }
}
