package org.cleanplate.network.graph;

import static org.cleanplate.network.graph.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Arrays;
import java.util.List;
import org.cleanplate.network.CoarseMatte;
import org.cleanplate.network.Refiner;

/**
 * The refiner of an exported file, in few and common operators: windows cut out round the sampled
 * blocks, or the whole image where their number is not fixed.
 */
final class PublishedRefinement {
  private static final int MATTE_CHANNELS = 4;
  private static final int HALF_BLOCK = GraphGeometry.BLOCK / 2;

  private final OnnxOps ops;
  private final GraphBuilder graph;
  private final Refiner refiner;
  private final PublishedStyle style;
  private final GraphGeometry geometry;
  private final FeatureMap coarse;
  private final FeatureMap halfCoarse;
  private final FeatureMap images;
  private final FeatureMap halfImages;
  private final FeatureMap error;
  private FeatureMap refinedBlocks;

  PublishedRefinement(
      OnnxOps ops,
      Refiner refiner,
      PublishedStyle style,
      CoarseMatte<FeatureMap> matte,
      FeatureMap source,
      FeatureMap plate) {
    this.ops = ops;
    this.graph = ops.graph();
    this.refiner = refiner;
    this.style = style;
    this.geometry = style.geometry();
    FeatureMap unrefined =
        ops.written(ops.concat(List.of(matte.alpha(), matte.foregroundResidual())));
    this.coarse = ops.resizeBilinear(unrefined, geometry.paddedHeight(), geometry.paddedWidth());
    FeatureMap hidden =
        ops.written(ops.concat(List.of(matte.hidden(), matte.alpha(), matte.foregroundResidual())));
    this.halfCoarse = ops.resizeBilinear(hidden, geometry.halfHeight(), geometry.halfWidth());
    this.images = ops.written(ops.concat(List.of(source, plate)));
    this.halfImages = ops.averagePool(images);
    this.error = ops.resizeBilinear(matte.error(), geometry.blocksDown(), geometry.blocksAcross());
  }

  /** Alpha and foreground residual of the whole image, unclamped. */
  FeatureMap run() {
    if (style.refinement() instanceof Refinement.Sampling sampling) {
      return sampled(sampling);
    }
    FeatureMap refined = ops.written(refiner.dense(ops, halfCoarse, halfImages, images));
    if (style.refinement() instanceof Refinement.Thresholding thresholding) {
      return keptWhere(above((float) thresholding.error()), refined);
    }
    byte[] all = new byte[geometry.blocks()];
    Arrays.fill(all, (byte) 1);
    String ones = graph.bytes(all, 1, 1, geometry.blocksDown(), geometry.blocksAcross());
    refinedBlocks = blockMap(graph.cast(ones, DataType.FLOAT));
    return refined;
  }

  /** After {@link #run}: 1 for each block that was refined, else 0, one pixel a block. */
  FeatureMap refinedBlocks() {
    return refinedBlocks;
  }

  private FeatureMap blockMap(String name) {
    return FeatureMap.of(
        name, ChannelMap.identity(1), geometry.blocksDown(), geometry.blocksAcross());
  }

  private String above(float threshold) {
    String chosen = graph.binary("Greater", ops.name(error), graph.scalar(threshold));
    return graph.cast(chosen, DataType.FLOAT);
  }

  private FeatureMap keptWhere(String chosen, FeatureMap refined) {
    refinedBlocks = blockMap(chosen);
    FeatureMap mask = ops.upsampleNearest(ops.upsampleNearest(refinedBlocks));
    String condition = graph.cast(ops.name(mask), DataType.BOOL);
    String kept = graph.node("Where", List.of(condition, ops.name(refined), ops.name(coarse)));
    return matte(kept);
  }

  private FeatureMap matte(String name) {
    return FeatureMap.of(
        name, ChannelMap.identity(MATTE_CHANNELS), geometry.paddedHeight(), geometry.paddedWidth());
  }

  private FeatureMap sampled(Refinement.Sampling sampling) {
    long blocks = Math.min(sampling.pixels() / PublishedStyle.pixelsPerBlock(), geometry.blocks());
    String errors = graph.reshape(ops.name(error), geometry.blocks());
    List<String> top =
        graph.nodes("TopK", 2, List.of(errors, graph.longs(blocks)), attribute("axis", 0));
    float least = sampling.preventOversampling() ? 0 : -1;
    String wanted = graph.binary("Greater", top.get(0), graph.scalar(least));
    markRefined(top.get(1), wanted);
    String positions = positions(top.get(1));
    String all = lastAxisChannels(coarse);
    String places = window(positions, GraphGeometry.BLOCK, GraphGeometry.BLOCK);
    String patches = graph.transpose(ops.name(refined(positions)), 0, 2, 3, 1);
    // Blocks without an expected error are only there to make the number up: they stay.
    String kept =
        graph.node(
            "Where",
            List.of(
                graph.reshape(wanted, -1, 1, 1, 1),
                patches,
                graph.node("GatherND", List.of(all, places))));
    String whole = graph.node("ScatterND", List.of(all, places, kept));
    String planes = graph.transpose(whole, 2, 0, 1);
    return matte(
        graph.reshape(planes, 1, MATTE_CHANNELS, geometry.paddedHeight(), geometry.paddedWidth()));
  }

  private void markRefined(String numbers, String wanted) {
    String none = graph.floats(new float[geometry.blocks()], geometry.blocks());
    String ones = graph.cast(wanted, DataType.FLOAT);
    String flat = graph.node("ScatterElements", List.of(none, numbers, ones), attribute("axis", 0));
    refinedBlocks =
        blockMap(graph.reshape(flat, 1, 1, geometry.blocksDown(), geometry.blocksAcross()));
  }

  /** Row and column of blocks, {@code [blocks, 1, 1, 2]}, of their numbers. */
  private String positions(String numbers) {
    String across = graph.longs(geometry.blocksAcross());
    String row = graph.binary("Div", numbers, across);
    String column = graph.binary("Mod", numbers, across);
    return graph.concat(
        3, List.of(graph.reshape(row, -1, 1, 1, 1), graph.reshape(column, -1, 1, 1, 1)));
  }

  /**
   * Row and column of every pixel of windows, {@code [blocks, side, side, 2]}.
   *
   * @param step distance of neighbouring windows
   */
  private String window(String positions, int step, int side) {
    long[] offsets = new long[side * side * 2];
    for (int i = 0; i < side * side; i++) {
      offsets[2 * i] = i / side;
      offsets[2 * i + 1] = i % side;
    }
    String corners = graph.binary("Mul", positions, graph.longs(step));
    return graph.binary("Add", corners, graph.reshape(graph.longs(offsets), 1, side, side, 2));
  }

  /** The refined blocks, {@code [blocks, 4, 4, 4]}, channels first. */
  private FeatureMap refined(String positions) {
    FeatureMap halfTable = ops.written(ops.concat(List.of(halfCoarse, halfImages)));
    FeatureMap half = windows(halfTable, positions, HALF_BLOCK, refiner.halfMargin());
    FeatureMap full = windows(images, positions, GraphGeometry.BLOCK, refiner.fullMargin());
    FeatureMap x = ops.upsampleNearest(refiner.half(ops, half, 0));
    return refiner.full(ops, ops.concat(List.of(x, full)));
  }

  private FeatureMap windows(FeatureMap map, String positions, int block, int margin) {
    int side = block + 2 * margin;
    String table = lastAxisChannels(ops.zeroPad(map, margin));
    String cut = graph.node("GatherND", List.of(table, window(positions, block, side)));
    return FeatureMap.of(graph.transpose(cut, 0, 3, 1, 2), map.channels(), side, side);
  }

  /** A map as {@code [height, width, channels]}. */
  private String lastAxisChannels(FeatureMap map) {
    String planes = graph.reshape(ops.name(map), ops.channels(map), map.height(), map.width());
    return graph.transpose(planes, 1, 2, 0);
  }
}
