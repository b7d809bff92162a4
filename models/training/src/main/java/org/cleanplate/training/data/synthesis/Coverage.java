package org.cleanplate.training.data.synthesis;

import java.util.Arrays;

/**
 * How much of each pixel lies inside of polygons: exact areas, not samples, so that strands thinner
 * than a pixel come out as thin as they are. Each edge adds the area to its right to the pixel that
 * it crosses; a running sum along the row gives the coverage (as in the font rasterisers of Levien
 * and of FreeType). Reused: draining leaves it empty. Used by one thread.
 */
final class Coverage {
  private final int width;
  private final int height;
  private final int stride;
  private final float[] area;
  private final int[] first;
  private final int[] last;
  private final float[] row;
  private int top;
  private int bottom;

  Coverage(int width, int height) {
    this.width = width;
    this.height = height;
    stride = width + 2;
    area = new float[stride * height];
    first = new int[height];
    last = new int[height];
    row = new float[width];
    Arrays.fill(first, width);
    Arrays.fill(last, -1);
    top = height;
    bottom = -1;
  }

  /** Adds a polygon; where several lie upon each other they count once. */
  void add(Outline outline) {
    trace(outline, outline.signedArea() < 0 ? -1 : 1);
  }

  /** Cuts a polygon out of those added. */
  void cut(Outline outline) {
    trace(outline, outline.signedArea() < 0 ? 1 : -1);
  }

  /** Hands out the rows from top to bottom, from the first to the last pixel touched. */
  void drain(RowSink sink) {
    for (int y = top; y <= bottom; y++) {
      int from = Math.min(first[y], width - 1);
      int to = Math.min(last[y], width - 1);
      float sum = 0;
      int at = y * stride + from;
      for (int x = from; x <= to; x++) {
        sum += area[at++];
        row[x] = Math.max(0, Math.min(1, sum));
      }
      if (last[y] >= 0) {
        sink.row(y, from, to + 1, row);
        Arrays.fill(area, y * stride + first[y], y * stride + last[y] + 2, 0);
      }
      first[y] = width;
      last[y] = -1;
    }
    top = height;
    bottom = -1;
  }

  private void trace(Outline outline, int direction) {
    int corners = outline.corners();
    double[] xs = outline.xs();
    double[] ys = outline.ys();
    for (int i = 0, next = 1; i < corners; i++, next++) {
      if (next == corners) {
        next = 0;
      }
      if (ys[i] < ys[next]) {
        edge(xs[i], ys[i], xs[next], ys[next], -direction);
      } else if (ys[i] > ys[next]) {
        edge(xs[next], ys[next], xs[i], ys[i], direction);
      }
    }
  }

  /** Downwards from 0 to 1. */
  private void edge(double x0, double y0, double x1, double y1, int direction) {
    int from = (int) Math.max(0, Math.floor(y0));
    int to = (int) Math.min(height, Math.ceil(y1));
    if (from >= to) {
      return;
    }
    top = Math.min(top, from);
    bottom = Math.max(bottom, to - 1);
    double slope = (x1 - x0) / (y1 - y0);
    for (int y = from; y < to; y++) {
      double upper = Math.max(y, y0);
      double lower = Math.min(y + 1, y1);
      double entry = clamp(x0 + (upper - y0) * slope);
      double exit = clamp(x0 + (lower - y0) * slope);
      cross(y, Math.min(entry, exit), Math.max(entry, exit), (lower - upper) * direction);
    }
  }

  /** An edge through one row, between two places, that rises by {@code drop} of the row. */
  private void cross(int y, double left, double right, double drop) {
    int start = (int) left;
    int end = (int) Math.ceil(right);
    first[y] = Math.min(first[y], start);
    last[y] = Math.max(last[y], Math.min(width, Math.max(end, start + 1)));
    int at = y * stride + start;
    if (end <= start + 1) {
      float beyond = (float) (drop * ((left + right) / 2 - start));
      area[at] += (float) drop - beyond;
      area[at + 1] += beyond;
      return;
    }
    double perPixel = drop / (right - left);
    double rest = start + 1 - left;
    double before = perPixel * rest * rest / 2;
    area[at] += (float) before;
    double covered = before;
    for (int x = start + 1; x < end - 1; x++) {
      double upTo = perPixel * (x + 0.5 - left);
      area[at + x - start] += (float) (upTo - covered);
      covered = upTo;
    }
    double tail = right - (end - 1);
    double full = drop - perPixel * tail * tail / 2;
    area[at + end - 1 - start] += (float) (full - covered);
    area[at + end - start] += (float) (drop - full);
  }

  private double clamp(double x) {
    return x > 0 ? Math.min(x, width) : 0;
  }

  /** Takes the coverage of one row. */
  @FunctionalInterface
  interface RowSink {

    /** Pixels {@code from} up to {@code to} of {@code coverage}, valid during the call. */
    void row(int y, int from, int to, float[] coverage);
  }
}
