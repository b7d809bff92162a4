package org.cleanplate.network.graph;

import java.util.ArrayList;
import java.util.List;
import org.cleanplate.network.Refiner;

/** Refines the whole image at once: cheaper than windows as soon as many blocks are selected. */
final class DenseRefinement {
  private final OnnxOps ops;
  private final GraphBuilder graph;
  private final GraphOptions options;
  private final GraphGeometry geometry;
  private final MergedFormat format;

  DenseRefinement(OnnxOps ops, GraphOptions options) {
    this.ops = ops;
    this.graph = ops.graph();
    this.options = options;
    this.geometry = options.geometry();
    this.format = MergedFormat.of(options);
  }

  /** The products of every block. */
  List<String> refineAll(
      Refiner refiner, FeatureMap coarse, PackedImage source, PackedImage cleanPlate) {
    FeatureMap images = ops.concat(List.of(source.planar(), cleanPlate.planar()));
    FeatureMap halfCoarse = ops.resizeBilinear(coarse, geometry.halfHeight(), geometry.halfWidth());
    FeatureMap refined = refiner.dense(ops, halfCoarse, ops.averagePool(images), images);
    String planar = format.deliveredBy(refined.pendingConv()).write(graph);
    return new StripFinish(graph, options).finish((first, end) -> rows(planar, first, end), source);
  }

  private String rows(String planar, int first, int end) {
    String packed = graph.transpose(graph.slice(planar, 2, first, end), 0, 2, 3, 1);
    return graph.toExact(
        graph.reshape(packed, end - first, (long) geometry.paddedWidth() * format.channels()));
  }

  /**
   * The selected blocks of {@code refined}, the others of {@code unrefined}, product by product.
   */
  List<String> keepSelected(List<String> refined, List<String> unrefined, String blockMask) {
    int down = geometry.blocksDown();
    int across = geometry.blocksAcross();
    long row = (long) GraphGeometry.BLOCK * format.channels();
    String mask = graph.reshape(blockMask, down, 1, across, 1);
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < refined.size(); i++) {
      String inBlocks = graph.reshape(refined.get(i), down, GraphGeometry.BLOCK, across, row);
      String others = graph.reshape(unrefined.get(i), down, GraphGeometry.BLOCK, across, row);
      String both = graph.node("Where", List.of(mask, inBlocks, others));
      chosen.add(graph.reshape(both, geometry.paddedHeight(), across * row));
    }
    return chosen;
  }
}
