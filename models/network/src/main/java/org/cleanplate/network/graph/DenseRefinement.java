package org.cleanplate.network.graph;

import java.util.List;
import org.cleanplate.network.Refiner;

/** Refines the whole image at once: cheaper than windows as soon as many blocks are selected. */
final class DenseRefinement {
  private final OnnxOps ops;
  private final GraphBuilder graph;
  private final GraphGeometry geometry;
  private final MergedFormat format;

  DenseRefinement(OnnxOps ops, GraphGeometry geometry, MergedFormat format) {
    this.ops = ops;
    this.graph = ops.graph();
    this.geometry = geometry;
    this.format = format;
  }

  /** Every block, {@code [padded height, padded width, channels]}. */
  String refineAll(Refiner refiner, FeatureMap coarse, FeatureMap images) {
    FeatureMap halfCoarse = ops.resizeBilinear(coarse, geometry.halfHeight(), geometry.halfWidth());
    FeatureMap refined = refiner.dense(ops, halfCoarse, ops.averagePool(images), images);
    String planar = format.deliveredBy(refined.pendingConv()).write(graph);
    String packed = graph.transpose(planar, 0, 2, 3, 1);
    return graph.reshape(
        packed, geometry.paddedHeight(), geometry.paddedWidth(), format.channels());
  }

  /** The selected blocks of {@code refined}, the others of {@code unrefined}. */
  String keepSelected(String refined, String unrefined, BlockSelection selection) {
    int down = geometry.blocksDown();
    int across = geometry.blocksAcross();
    long row = (long) GraphGeometry.BLOCK * format.channels();
    String mask = graph.reshape(selection.mask(), down, 1, across, 1);
    String chosen =
        graph.node(
            "Where",
            List.of(
                mask,
                graph.reshape(refined, down, GraphGeometry.BLOCK, across, row),
                graph.reshape(unrefined, down, GraphGeometry.BLOCK, across, row)));
    return graph.reshape(
        chosen, geometry.paddedHeight(), geometry.paddedWidth(), format.channels());
  }
}
