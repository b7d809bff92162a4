package org.cleanplate.network.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Finishes a whole picture strip by strip: a strip's floats stay in the processor's cache, and the
 * full-size result is only ever held in the form it is delivered in. A static graph has one strip,
 * as a GPU wants few and large operators.
 */
final class StripFinish {
  /** Floats of a strip: some two megabytes. */
  private static final int STRIP_FLOATS = 1 << 19;

  /** Where the rows of alpha and residual come from. */
  @FunctionalInterface
  interface ResidualRows {
    /** Rows {@code first} to {@code end - 1}: 32-bit {@code [rows, width * channels]}. */
    String rows(int first, int end);
  }

  private final GraphBuilder graph;
  private final GraphGeometry geometry;
  private final PixelFinish finish;
  private final int stripRows;

  StripFinish(GraphBuilder graph, GraphOptions options) {
    this.graph = graph.exact();
    this.geometry = options.geometry();
    this.finish = new PixelFinish(options);
    int row = geometry.paddedWidth() * MergedFormat.of(options).channels();
    this.stripRows =
        options.isStatic()
            ? geometry.paddedHeight()
            : Math.max(1, STRIP_FLOATS / row / GraphGeometry.BLOCK) * GraphGeometry.BLOCK;
  }

  /** The products of the whole picture, each {@code [padded height, padded width * channels]}. */
  List<String> finish(ResidualRows residual, PackedImage source) {
    List<List<String>> strips = new ArrayList<>();
    for (int i = 0; i < finish.products(); i++) {
      strips.add(new ArrayList<>());
    }
    for (int first = 0; first < geometry.paddedHeight(); first += stripRows) {
      int end = Math.min(first + stripRows, geometry.paddedHeight());
      List<String> products =
          finish.withSource(graph, residual.rows(first, end), source.rows(first, end));
      for (int i = 0; i < products.size(); i++) {
        strips.get(i).add(products.get(i));
      }
    }
    return strips.stream().map(parts -> graph.concat(0, parts)).toList();
  }
}
