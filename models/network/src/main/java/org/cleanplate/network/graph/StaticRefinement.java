package org.cleanplate.network.graph;

import java.util.List;
import java.util.function.Supplier;
import org.cleanplate.network.Refiner;

/**
 * Refines a selection without a branch. Whether by windows or by computing the whole image and
 * keeping a part of it is settled when the graph is written; a threshold, of which nobody knows
 * then how many blocks are above it, takes the whole image.
 */
final class StaticRefinement {
  private final OnnxOps ops;
  private final Refiner refiner;
  private final GraphOptions options;
  private final GraphGeometry geometry;
  private final CoarseStage coarse;
  private final PackedImage source;
  private final PackedImage cleanPlate;

  StaticRefinement(
      OnnxOps ops,
      Refiner refiner,
      GraphOptions options,
      CoarseStage coarse,
      PackedImage source,
      PackedImage cleanPlate) {
    this.ops = ops;
    this.refiner = refiner;
    this.options = options;
    this.geometry = options.geometry();
    this.coarse = coarse;
    this.source = source;
    this.cleanPlate = cleanPlate;
  }

  /**
   * The products with the selected blocks refined.
   *
   * @param cost of the two ways
   * @param unrefined writes the products of the coarse matte
   */
  List<String> run(RefinementCost cost, OutputStage output, Supplier<List<String>> unrefined) {
    if (options.refinement() == RefinementMode.THRESHOLDING) {
      String errors = BlockSelection.errorPerBlock(ops, coarse.matte().error(), geometry);
      String mask = BlockSelection.aboveThreshold(ops.graph(), errors, geometry);
      return whole(mask, output, unrefined);
    }
    int blocks = Math.min(options.sampleBlocks(), geometry.blocks());
    if (blocks == 0) {
      output.emitUniformRegions(false);
      return unrefined.get();
    }
    FixedSelection selection = FixedSelection.largest(ops, coarse.matte().error(), options, blocks);
    return blocks * cost.ofTile(1) < cost.ofWholeImage(geometry)
        ? windows(selection, output, unrefined)
        : whole(selection.mask(ops.graph(), geometry), output, unrefined);
  }

  private List<String> windows(
      FixedSelection selection, OutputStage output, Supplier<List<String>> unrefined) {
    if (options.wants(Layer.REFINED_REGIONS)) {
      output.emitRegions(selection.mask(ops.graph(), geometry));
    }
    return hasNoProducts()
        ? List.of()
        : new WindowRefinement(ops, options, refiner, TileGrid.ofBlocks(geometry))
            .refineFixed(coarse.refinerInput(ops), source, cleanPlate, selection, unrefined.get());
  }

  private List<String> whole(String mask, OutputStage output, Supplier<List<String>> unrefined) {
    output.emitRegions(mask);
    if (hasNoProducts()) {
      return List.of();
    }
    DenseRefinement dense = new DenseRefinement(ops, options);
    List<String> refined = dense.refineAll(refiner, coarse.refinerInput(ops), source, cleanPlate);
    return dense.keepSelected(refined, unrefined.get(), mask);
  }

  /** Only maps of blocks and of the coarse pass are asked for. */
  private boolean hasNoProducts() {
    return new PixelFinish(options).products() == 0;
  }
}
