package org.cleanplate.network.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The coarse alpha and residual enlarged to full size, some rows at a time. The width is enlarged
 * once, while there are few rows; a strip of the height is then one matrix product with the
 * interpolation weights of its rows. In 32-bit floats: it is all that most pixels get.
 */
final class CoarseRows implements StripFinish.ResidualRows {
  private final GraphBuilder graph;
  private final GraphGeometry geometry;
  private final boolean gathers;
  private final String wide;
  private final BilinearAxis axis;

  CoarseRows(OnnxOps ops, CoarseStage coarse, GraphOptions options) {
    MergedFormat format = MergedFormat.of(options);
    this.graph = ops.graph().exact();
    this.geometry = options.geometry();
    this.gathers = options.isStatic();
    this.axis = BilinearAxis.of(geometry.coarseHeight(), geometry.paddedHeight());
    this.wide = enlargedInWidth(merged(ops, coarse, format), format.channels());
  }

  /** {@code [1, coarse height, coarse width, channels]}. */
  private String merged(OnnxOps ops, CoarseStage coarse, MergedFormat format) {
    List<String> channels = new ArrayList<>();
    for (int output : format.order()) {
      FeatureMap residual = coarse.matte().foregroundResidual();
      FeatureMap channel =
          output == 0 ? coarse.matte().alpha() : ops.slice(residual, output - 1, 1);
      channels.add(ops.graph().toExact(ops.name(channel)));
    }
    String joined = channels.size() == 1 ? channels.get(0) : graph.concat(1, channels);
    return graph.transpose(format.inUnits(graph, joined), 0, 2, 3, 1);
  }

  private String enlargedInWidth(String packed, int channels) {
    int height = geometry.coarseHeight();
    int width = geometry.paddedWidth();
    String resized = packed;
    if (geometry.coarseWidth() != width) {
      resized =
          graph.node(
              "Resize",
              List.of(packed, "", "", graph.longs(1, height, width, channels)),
              GraphBuilder.attribute("mode", "linear"));
    }
    return graph.reshape(resized, height, (long) width * channels);
  }

  @Override
  public String rows(int first, int end) {
    if (geometry.coarseHeight() == geometry.paddedHeight()) {
      return graph.slice(wide, 0, first, end);
    }
    return gathers ? gathered(first, end) : product(first, end);
  }

  /** Few nonzero weights in a large matrix: a GPU is sooner done with the rows themselves. */
  private String gathered(int first, int end) {
    String upper = graph.gather(wide, graph.longs(Arrays.copyOfRange(axis.first(), first, end)), 0);
    String lower =
        graph.gather(wide, graph.longs(Arrays.copyOfRange(axis.second(), first, end)), 0);
    String share = graph.floats(Arrays.copyOfRange(axis.share(), first, end), end - first, 1);
    String difference = graph.binary("Sub", lower, upper);
    return graph.binary("Add", upper, graph.binary("Mul", difference, share));
  }

  private String product(int first, int end) {
    int coarseFirst = (int) axis.first()[first];
    int coarseEnd = (int) axis.second()[end - 1] + 1;
    String few = graph.slice(wide, 0, coarseFirst, coarseEnd);
    int coarseRows = coarseEnd - coarseFirst;
    float[] weights = new float[(end - first) * coarseRows];
    for (int y = first; y < end; y++) {
      int row = (y - first) * coarseRows - coarseFirst;
      weights[row + (int) axis.first()[y]] += 1 - axis.share()[y];
      weights[row + (int) axis.second()[y]] += axis.share()[y];
    }
    String matrix = graph.floats(weights, end - (long) first, coarseRows);
    return graph.binary("MatMul", matrix, few);
  }
}
