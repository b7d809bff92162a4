package org.cleanplate.plate.estimate;

import java.util.BitSet;

/** How many steps to a side or a corner a pixel of a region is from the nearest one outside. */
record EdgeDistance(int width, int height) {

  /** 0 outside of the region, 1 along its edge; the border of the picture is no edge. */
  int[] of(BitSet region) {
    int[] distance = new int[width * height];
    for (int i = 0; i < distance.length; i++) {
      distance[i] = region.get(i) ? width + height : 0;
    }
    for (int i = 0; i < distance.length; i++) {
      distance[i] = Math.min(distance[i], 1 + nearest(distance, i, -1));
    }
    for (int i = distance.length - 1; i >= 0; i--) {
      distance[i] = Math.min(distance[i], 1 + nearest(distance, i, 1));
    }
    return distance;
  }

  /** The least among the neighbours before or after a pixel in reading order. */
  private int nearest(int[] distance, int pixel, int direction) {
    int x = pixel % width;
    int y = pixel / width;
    int least = width + height;
    for (int[] step : new int[][] {{direction, 0}, {-1, direction}, {0, direction}, {1, direction}}) {
      int column = x + step[0];
      int row = y + step[1];
      if (column >= 0 && column < width && row >= 0 && row < height) {
        least = Math.min(least, distance[row * width + column]);
      }
    }
    return least;
  }
}
