package org.cleanplate.network.graph;

import java.util.List;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.Refiner;
import org.cleanplate.network.weights.Weights;

/**
 * The whole way of one frame as a single ONNX graph: downsample, coarse matte, selection of blocks,
 * refinement, and the layers in the host's own pixels. Nothing returns to the host in between.
 *
 * <p>Inputs are those of {@link GraphInputs}; each output bears the name of its {@link Layer}. Any
 * frame size is taken: the edge is repeated up to whole blocks and cut off again.
 */
public final class MattingGraph {
  /** Channels that CPU convolutions compute together. */
  private static final int CHANNEL_MULTIPLE = 16;

  private final Architecture architecture;
  private final GraphOptions options;
  private final GraphGeometry geometry;
  private final MergedFormat format;
  private final Refiner refiner;
  private final GraphBuilder graph = new GraphBuilder("matting");
  private final OnnxOps ops;

  private MattingGraph(Architecture architecture, Weights weights, GraphOptions options) {
    this.architecture = architecture;
    this.options = options;
    this.geometry = options.geometry();
    this.format = MergedFormat.of(options);
    this.refiner = new Refiner(architecture);
    this.ops = new OnnxOps(graph, weights, CHANNEL_MULTIPLE);
  }

  /** The graph with its weights as a serialized ONNX model. */
  public static byte[] build(Architecture architecture, Weights weights, GraphOptions options) {
    MattingGraph matting = new MattingGraph(architecture, weights, options);
    matting.assemble();
    return matting.graph.toModel();
  }

  private void assemble() {
    InputStage input = new InputStage(graph, options);
    PackedImage source = input.read(GraphInputs.SOURCE);
    PackedImage cleanPlate = input.read(GraphInputs.CLEAN_PLATE);
    CoarseStage coarse = CoarseStage.run(ops, architecture, source, cleanPlate, geometry);
    OutputStage output = new OutputStage(graph, options, format);
    output.emitCoarse(ops, coarse);
    output.write(output.withSource(source, refined(coarse, source, cleanPlate, output)));
  }

  private String refined(
      CoarseStage coarse, PackedImage source, PackedImage cleanPlate, OutputStage output) {
    return switch (options.refinement()) {
      case NONE -> {
        output.emitUniformRegions(false);
        yield coarse.upsampled(ops, format, geometry);
      }
      case FULL -> {
        output.emitUniformRegions(true);
        yield dense(ops, coarse.refinerInput(ops), source, cleanPlate);
      }
      case SAMPLING, SAMPLING_TO_COUNT, THRESHOLDING -> {
        BlockSelection selection = BlockSelection.select(ops, coarse.matte().error(), options);
        output.emitRegions(selection.mask());
        yield refinedWhereSelected(coarse, source, cleanPlate, selection);
      }
    };
  }

  private String refinedWhereSelected(
      CoarseStage coarse, PackedImage source, PackedImage cleanPlate, BlockSelection selection) {
    String unrefined = coarse.upsampled(ops, format, geometry);
    FeatureMap refinerInput = coarse.refinerInput(ops);
    RefinementCost cost = new RefinementCost(architecture);
    int tileBlocks = cost.smallestTile(geometry);
    return ifMoreThan(
        graph,
        selection.count(),
        cost.blocksWorthAll(geometry, tileBlocks),
        whole -> {
          OnnxOps inside = ops.in(whole);
          String all = dense(inside, refinerInput, source, cleanPlate);
          return new DenseRefinement(inside, geometry, format)
              .keepSelected(all, unrefined, selection);
        },
        // The runtime cannot convolve a batch of none.
        few ->
            ifMoreThan(
                few,
                selection.count(),
                0,
                some ->
                    new WindowRefinement(ops.in(some), geometry, format, refiner, tileBlocks)
                        .refineSelected(
                            refinerInput,
                            source.in(some),
                            cleanPlate.in(some),
                            selection,
                            unrefined),
                none -> unrefined));
  }

  private static String ifMoreThan(
      GraphBuilder where,
      String count,
      long limit,
      GraphBuilder.BranchBody then,
      GraphBuilder.BranchBody otherwise) {
    String more = where.binary("Greater", count, where.longs(limit));
    return where.conditional(where.node("Squeeze", List.of(more)), then, otherwise);
  }

  private String dense(
      OnnxOps where, FeatureMap refinerInput, PackedImage source, PackedImage cleanPlate) {
    FeatureMap images =
        where.concat(
            List.of(source.in(where.graph()).planar(), cleanPlate.in(where.graph()).planar()));
    return new DenseRefinement(where, geometry, format).refineAll(refiner, refinerInput, images);
  }
}
