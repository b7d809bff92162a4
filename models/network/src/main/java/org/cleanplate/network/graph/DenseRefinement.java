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
    FeatureMap halfCoarse =
        coarse.eachPart(
            part -> ops.resizeBilinear(part, geometry.halfHeight(), geometry.halfWidth()));
    FeatureMap halfImages = ops.averagePool(images);
    FeatureMap refined = format.deliveredBy(refiner.dense(ops, halfCoarse, halfImages, images));
    String cells = graph.transpose(ops.name(refined), 0, 2, 3, 1);
    return new StripFinish(graph, options).finish((first, end) -> rows(cells, first, end), source);
  }

  /** Rows of pixels out of cells, {@code [1, half height, half width, pixels of a cell]}. */
  private String rows(String cells, int first, int end) {
    int cell = FeatureMap.CELL;
    String strip = graph.slice(cells, 1, first / cell, end / cell);
    String pairs =
        graph.reshape(
            strip,
            (end - first) / cell,
            geometry.halfWidth(),
            cell,
            (long) cell * format.channels());
    String packed = graph.transpose(pairs, 0, 2, 1, 3);
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
