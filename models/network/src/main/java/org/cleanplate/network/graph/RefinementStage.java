package org.cleanplate.network.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.Refiner;

/**
 * From the coarse matte to the full-size one. Of the ways to refine a selection it takes, frame by
 * frame, the one of least cost: windows round small tiles for scattered blocks, round larger ones
 * where blocks lie together and share what they see, the whole image where most is selected.
 */
final class RefinementStage {
  private final OnnxOps ops;
  private final GraphBuilder graph;
  private final GraphOptions options;
  private final GraphGeometry geometry;
  private final Refiner refiner;
  private final RefinementCost cost;
  private final CoarseStage coarse;
  private final PackedImage source;
  private final PackedImage cleanPlate;

  RefinementStage(
      OnnxOps ops,
      Architecture architecture,
      GraphOptions options,
      CoarseStage coarse,
      PackedImage source,
      PackedImage cleanPlate) {
    this.ops = ops;
    this.graph = ops.graph();
    this.options = options;
    this.geometry = options.geometry();
    this.refiner = new Refiner(architecture);
    this.cost = new RefinementCost(architecture);
    this.coarse = coarse;
    this.source = source;
    this.cleanPlate = cleanPlate;
  }

  /** The products of the whole picture; see {@link PixelFinish}. */
  List<String> run(OutputStage output) {
    graph.enter(GraphStage.REFINER);
    return switch (options.refinement()) {
      case NONE -> {
        output.emitUniformRegions(false);
        yield unrefined();
      }
      case FULL -> {
        output.emitUniformRegions(true);
        yield wholeImage(ops, coarse.refinerInput(ops));
      }
      case SAMPLING, SAMPLING_TO_COUNT, THRESHOLDING ->
          options.form() instanceof GraphForm.Adaptive adaptive
              ? adaptive(adaptive.paths(), output)
              : new StaticRefinement(ops, refiner, options, coarse, source, cleanPlate)
                  .run(cost, output, this::unrefined);
    };
  }

  private List<String> adaptive(RefinementPaths ways, OutputStage output) {
    BlockSelection selection = BlockSelection.select(ops, coarse.matte().error(), options);
    output.emitRegions(selection.mask());
    return new PixelFinish(options).products() == 0 ? List.of() : selected(ways, selection);
  }

  /**
   * One way to refine.
   *
   * @param price name of a float {@code [1]}: what it takes for this frame
   */
  private record Path(String price, GraphBuilder.BranchBody body) {}

  private List<String> selected(RefinementPaths ways, BlockSelection selection) {
    List<String> unrefined = unrefined();
    FeatureMap input = coarse.refinerInput(ops);
    List<Path> paths = new ArrayList<>();
    TileGrid finer = TileGrid.ofBlocks(geometry);
    String finerMask = selection.mask();
    for (int side : ways.tileBlocks()) {
      TileGrid grid = new TileGrid(geometry, side);
      String mask = grid.tilesWithSelection(graph, finerMask, finer);
      if (isUsable(side)) {
        String price = product(BlockSelection.countOf(graph, mask), cost.ofTile(side));
        paths.add(
            new Path(price, branch -> windows(branch, grid, mask, input, selection, unrefined)));
      }
      finer = grid;
      finerMask = mask;
    }
    if (ways.wholeImage()) {
      String price = graph.floats(new float[] {(float) cost.ofWholeImage(geometry)}, 1);
      paths.add(new Path(price, branch -> whole(branch, input, selection, unrefined)));
    }
    String none = graph.binary("Greater", graph.longs(1), selection.count());
    // The runtime cannot convolve a batch of none.
    return graph.conditional(
        graph.node("Squeeze", List.of(none)),
        unrefined.size(),
        nothing -> unrefined,
        something -> cheapest(something, unrefined.size(), paths));
  }

  /**
   * All tiles but those that begin in the middle of a coarse pixel: where a coarse pixel spans a
   * whole number of pixels, windows are cut out of the coarse map itself.
   */
  private boolean isUsable(int side) {
    return WindowTables.wholeFactor(geometry, side).isPresent()
        || !WindowTables.ratioIsEven(geometry);
  }

  private String product(String count, double unitCost) {
    String tiles = graph.cast(count, DataType.FLOAT);
    return graph.binary("Mul", tiles, graph.scalar((float) unitCost));
  }

  /** Compares the first path's price with the least of the others, and so on down the list. */
  private static List<String> cheapest(GraphBuilder where, int values, List<Path> paths) {
    Path first = paths.get(0);
    if (paths.size() == 1) {
      return first.body.write(where);
    }
    List<Path> others = paths.subList(1, paths.size());
    String least = where.node("Min", others.stream().map(Path::price).toList());
    String cheaper = where.binary("Less", first.price, least);
    return where.conditional(
        where.node("Squeeze", List.of(cheaper)),
        values,
        first.body,
        otherwise -> cheapest(otherwise, values, others));
  }

  private List<String> unrefined() {
    CoarseRows rows = new CoarseRows(ops, coarse, options);
    return new StripFinish(graph, options).finish(rows, source);
  }

  private List<String> windows(
      GraphBuilder branch,
      TileGrid grid,
      String tileMask,
      FeatureMap input,
      BlockSelection selection,
      List<String> unrefined) {
    return new WindowRefinement(ops.in(branch), options, refiner, grid)
        .refineSelected(
            input, source.in(branch), cleanPlate.in(branch), tileMask, selection.mask(), unrefined);
  }

  private List<String> whole(
      GraphBuilder branch, FeatureMap input, BlockSelection selection, List<String> unrefined) {
    OnnxOps inside = ops.in(branch);
    return new DenseRefinement(inside, options)
        .keepSelected(wholeImage(inside, input), unrefined, selection.mask());
  }

  private List<String> wholeImage(OnnxOps where, FeatureMap input) {
    return new DenseRefinement(where, options)
        .refineAll(refiner, input, source.in(where.graph()), cleanPlate.in(where.graph()));
  }
}
