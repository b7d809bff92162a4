package org.cleanplate.network.graph;

import java.util.List;

/**
 * A map taken apart into those of every {@code step}-th row and column, as a dilated convolution
 * sees it: of each it is a plain one. Zeros fill up the last cell of each.
 *
 * @param step 1 to leave the map as it is
 * @param height of the map in pixels
 * @param width of the map in pixels
 */
record Phases(int step, int height, int width) {
  private static final int CELL = FeatureMap.CELL;

  int count() {
    return step * step;
  }

  /** Height of each, as it is read. */
  int rows() {
    return step == 1 ? height : CELL * cellsDown();
  }

  /** Width of each, as it is read. */
  int columns() {
    return step == 1 ? width : CELL * cellsAcross();
  }

  int cellsDown() {
    return cells(height, step);
  }

  int cellsAcross() {
    return cells(width, step);
  }

  /** Cells along an axis of each of the maps that so many pixels are taken apart into. */
  static int cells(int size, int step) {
    return (size + CELL * step - 1) / (CELL * step);
  }

  /** {@code [1, channels, height, width]} as {@code [count, channels, rows, columns]}. */
  String apart(GraphBuilder graph, String map, int channels) {
    if (step == 1) {
      return map;
    }
    long below = (long) step * rows() - height;
    long beside = (long) step * columns() - width;
    String pixels = graph.transpose(map, 0, 2, 3, 1);
    String filled =
        graph.node("Pad", List.of(pixels, graph.longs(0, 0, 0, 0, 0, below, beside, 0)));
    String grid = graph.reshape(filled, rows(), step, columns(), step, channels);
    String apart = graph.transpose(grid, 1, 3, 0, 2, 4);
    String phases = graph.reshape(apart, count(), rows(), columns(), channels);
    return graph.transpose(phases, 0, 3, 1, 2);
  }

  /**
   * The opposite, of whole cells.
   *
   * @param pixels {@code [count, 2 * cells down, 2 * cells across, channels]}
   * @return {@code [1, channels, height, width]}
   */
  String together(GraphBuilder graph, String pixels, int channels) {
    int down = CELL * cellsDown();
    int across = CELL * cellsAcross();
    String whole = pixels;
    if (step > 1) {
      String apart = graph.reshape(pixels, step, step, down, across, channels);
      String grid = graph.transpose(apart, 2, 0, 3, 1, 4);
      whole = graph.reshape(grid, 1, (long) step * down, (long) step * across, channels);
    }
    if (height < step * down) {
      whole = graph.slice(whole, 1, 0, height);
    }
    if (width < step * across) {
      whole = graph.slice(whole, 2, 0, width);
    }
    return graph.transpose(whole, 0, 3, 1, 2);
  }
}
