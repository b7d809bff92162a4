package org.cleanplate.network.graph;

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
    FeatureMap pair = ops.written(ops.concat(List.of(smallSource, smallPlate)));
    return new CoarseStage(smallSource, new MattingBase(architecture).forward(ops, pair));
  }

  private static FeatureMap shrunk(PackedImage image, GraphGeometry geometry) {
    return image.shrunk(geometry.coarseHeight(), geometry.coarseWidth(), geometry.wholeRatio());
  }

  /**
   * What the refiner is told: hidden channels, alpha, foreground residual. In two parts, if the
   * hidden channels fill whole blocks of those that the runtime computes together.
   */
  FeatureMap refinerInput(OnnxOps ops) {
    FeatureMap unrefined = ops.concat(List.of(matte.alpha(), matte.foregroundResidual()));
    return ops.fillsBlocks(matte.hidden())
        ? ops.concat(List.of(ops.written(matte.hidden()), ops.written(unrefined)))
        : ops.written(ops.concat(List.of(matte.hidden(), unrefined)));
  }
}
