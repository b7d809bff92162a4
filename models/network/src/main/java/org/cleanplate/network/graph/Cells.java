package org.cleanplate.network.graph;

/**
 * Maps in cells, channels last: {@code [maps, down, across, 4 * channels]}, the pixels of a cell
 * row by row.
 *
 * @param name of the value
 * @param channels of a pixel
 */
record Cells(String name, int maps, int down, int across, int channels) {
  private static final int CELL = FeatureMap.CELL;

  /** The same pixel by pixel, {@code [maps, 2 * down, 2 * across, channels]}. */
  String pixels(GraphBuilder graph) {
    // Both pixels of a cell's row move as one, so that it costs no more than a copy. Seen with an
    // axis for the maps, the runtime would do it along with the transposition before, at random.
    long rows = (long) maps * down;
    String pairs = graph.reshape(name, rows, across, CELL, (long) CELL * channels);
    String lines = graph.transpose(pairs, 0, 2, 1, 3);
    return graph.reshape(lines, maps, (long) CELL * down, (long) CELL * across, channels);
  }
}
