package org.cleanplate.network.graph;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One axis of {@link EnlargedConv}: which of the small map's pixels the two pixels of a cell see,
 * and by which of the filter's three taps. Cell {@code i} of {@code 0..size} holds the large pixels
 * {@code 2 i - 1} and {@code 2 i}, and sees the small ones {@code i - 1} and {@code i}.
 */
enum CellAxis {
  /** Every cell, with zeros beyond the map. */
  ALL(
      new Share(0, 0, 0, 1),
      new Share(0, 0, 1, 1),
      new Share(0, 1, 2, 1),
      new Share(1, 0, 0, 1),
      new Share(1, 1, 1, 1),
      new Share(1, 1, 2, 1)),
  /** What is to be added to the first cell. */
  FIRST(new Share(0, 0, 0, -3), new Share(0, 0, 1, 1), new Share(1, 0, 0, 1)),
  /** What is to be added to the last cell. */
  LAST(new Share(1, 0, 2, -3), new Share(1, 0, 1, 1), new Share(0, 0, 2, 1));

  /**
   * What a pixel of the small map contributes.
   *
   * @param pixel of the cell, 0 or 1
   * @param input which of the small map's pixels that the kernel sees
   * @param tap of the filter, 0..2
   */
  record Share(int pixel, int input, int tap, float factor) {}

  private final List<Share> shares;

  CellAxis(Share... shares) {
    this.shares = List.of(shares);
  }

  List<Share> shares() {
    return shares;
  }

  /** Pixels of the small map that a cell sees. */
  int kernel() {
    return this == ALL ? 2 : 1;
  }

  /** Zeros on either side. */
  int padding() {
    return kernel() - 1;
  }

  /** Which cells these are, of a map of so many pixels. */
  IntStream cells(int size) {
    return switch (this) {
      case ALL -> IntStream.rangeClosed(0, size);
      case FIRST -> IntStream.of(0);
      case LAST -> IntStream.of(size);
    };
  }

  /** What they see of a map: all, or what lies at its edge. */
  String seen(GraphBuilder graph, String map, long axis, int size) {
    return switch (this) {
      case ALL -> map;
      case FIRST -> graph.slice(map, axis, 0, 1);
      case LAST -> graph.slice(map, axis, size - 1, size);
    };
  }
}
