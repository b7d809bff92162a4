package org.cleanplate.network.graph;

import java.util.ArrayList;
import java.util.List;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.CoarseMatte;
import org.cleanplate.network.MattingBase;

/**
 * The coarse pass in the graph: both pictures shrunk, and the base network on them.
 *
 * @param source the frame at coarse size
 * @param matte what the base predicts
 */
record CoarseStage(FeatureMap source, CoarseMatte<FeatureMap> matte) {

  static CoarseStage run(
      OnnxOps ops,
      Architecture architecture,
      PackedImage source,
      PackedImage cleanPlate,
      GraphGeometry geometry) {
    FeatureMap smallSource = shrunk(source, geometry);
    FeatureMap smallPlate = shrunk(cleanPlate, geometry);
    FeatureMap pair = ops.concat(List.of(smallSource, smallPlate));
    return new CoarseStage(smallSource, new MattingBase(architecture).forward(ops, pair));
  }

  private static FeatureMap shrunk(PackedImage image, GraphGeometry geometry) {
    return image.shrunk(geometry.coarseHeight(), geometry.coarseWidth(), geometry.wholeRatio());
  }

  /** What the refiner is told: hidden channels, alpha, foreground residual. */
  FeatureMap refinerInput(OnnxOps ops) {
    return ops.written(
        ops.concat(List.of(matte.hidden(), matte.alpha(), matte.foregroundResidual())));
  }

  /** Alpha and residual at full size, {@code [padded height, padded width, channels]}. */
  String upsampled(OnnxOps ops, MergedFormat format, GraphGeometry geometry) {
    GraphBuilder graph = ops.graph();
    List<String> channels = new ArrayList<>();
    for (int output : format.order()) {
      channels.add(
          ops.name(
              output == 0 ? matte.alpha() : ops.slice(matte.foregroundResidual(), output - 1, 1)));
    }
    String joined = channels.size() == 1 ? channels.get(0) : graph.concat(1, channels);
    return fullSize(graph, format.inUnits(graph, joined), format.channels(), geometry);
  }

  /** Resizes with the channels side by side, as the result is wanted. */
  private static String fullSize(
      GraphBuilder graph, String planar, int channels, GraphGeometry geometry) {
    int height = geometry.paddedHeight();
    int width = geometry.paddedWidth();
    String packed = graph.transpose(planar, 0, 2, 3, 1);
    if (geometry.coarseHeight() != height || geometry.coarseWidth() != width) {
      String sizes = graph.longs(1, height, width, channels);
      packed =
          graph.node(
              "Resize", List.of(packed, "", "", sizes), GraphBuilder.attribute("mode", "linear"));
    }
    return graph.reshape(packed, height, width, channels);
  }
}
