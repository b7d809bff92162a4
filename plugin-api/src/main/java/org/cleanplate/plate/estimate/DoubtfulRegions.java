package org.cleanplate.plate.estimate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The connected regions of a ghost map, without lines a pixel or two wide. */
final class DoubtfulRegions {
  private final int width;
  private final int height;
  private final boolean[] open;

  DoubtfulRegions(GhostMap map) {
    width = map.width();
    height = map.height();
    boolean[] doubtful = new boolean[width * height];
    for (int i = 0; i < doubtful.length; i++) {
      doubtful[i] = map.doubt()[i] >= GhostMap.DOUBTFUL;
    }
    // An opening: what no square of three pixels fits into goes.
    open = spread(shrink(doubtful));
  }

  private boolean[] shrink(boolean[] mask) {
    boolean[] shrunk = new boolean[mask.length];
    for (int i = 0; i < mask.length; i++) {
      shrunk[i] =
          mask[i] && neighbours(i).size() == 8 && neighbours(i).stream().allMatch(n -> mask[n]);
    }
    return shrunk;
  }

  private boolean[] spread(boolean[] mask) {
    boolean[] spread = mask.clone();
    for (int i = 0; i < mask.length; i++) {
      if (mask[i]) {
        neighbours(i).forEach(n -> spread[n] = true);
      }
    }
    return spread;
  }

  /** The numbers of each region's pixels. */
  List<int[]> find() {
    List<int[]> regions = new ArrayList<>();
    boolean[] left = open.clone();
    for (int i = 0; i < left.length; i++) {
      if (left[i]) {
        regions.add(take(left, i));
      }
    }
    return regions;
  }

  private int[] take(boolean[] left, int first) {
    List<Integer> region = new ArrayList<>();
    Deque<Integer> queue = new ArrayDeque<>();
    left[first] = false;
    queue.add(first);
    while (!queue.isEmpty()) {
      int pixel = queue.remove();
      region.add(pixel);
      for (int next : neighbours(pixel)) {
        if (left[next]) {
          left[next] = false;
          queue.add(next);
        }
      }
    }
    return region.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The eight around a pixel, fewer at the edge. */
  private List<Integer> neighbours(int pixel) {
    List<Integer> around = new ArrayList<>(8);
    for (int y = Math.max(0, pixel / width - 1);
        y <= Math.min(height - 1, pixel / width + 1);
        y++) {
      for (int x = Math.max(0, pixel % width - 1);
          x <= Math.min(width - 1, pixel % width + 1);
          x++) {
        if (y * width + x != pixel) {
          around.add(y * width + x);
        }
      }
    }
    return around;
  }
}
