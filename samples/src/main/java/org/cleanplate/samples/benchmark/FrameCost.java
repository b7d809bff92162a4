package org.cleanplate.samples.benchmark;

import org.cleanplate.network.Architecture;
import org.cleanplate.network.MattingBase;
import org.cleanplate.network.cost.CostOps;
import org.cleanplate.network.cost.Shape;
import org.cleanplate.network.graph.GraphGeometry;
import org.cleanplate.network.graph.GraphOptions;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.RefinementCost;
import org.cleanplate.network.graph.RefinementMode;

/**
 * The multiply-adds of a frame's convolutions as the network speaks of them. Our graph convolves
 * some of them by fewer.
 *
 * @param base of the base network
 * @param patches of refining every selected block by itself, as the published code does
 * @param wholeImage of refining the whole image instead
 */
record FrameCost(long base, long patches, long wholeImage) {
  static FrameCost of(Architecture architecture, FrameCase frame) {
    GraphGeometry geometry =
        new GraphOptions(
                frame.size().width(),
                frame.size().height(),
                PixelLayout.BGRA_8,
                frame.scale(),
                RefinementMode.SAMPLING,
                frame.options().layers())
            .geometry();
    CostOps ops = new CostOps();
    new MattingBase(architecture)
        .forward(
            ops,
            new Shape(
                Architecture.INPUT_CHANNELS, geometry.coarseHeight(), geometry.coarseWidth()));
    RefinementCost refinement = new RefinementCost(architecture);
    return new FrameCost(
        ops.total().multiplyAdds(),
        frame.blocks() * refinement.tileMultiplyAdds(1),
        Math.round(geometry.blocks() * refinement.denseMultiplyAddsPerBlock()));
  }

  /** The base and the cheaper way to refine. */
  long least() {
    return base + Math.min(patches, wholeImage);
  }

  /**
   * What the arithmetic alone takes, written plainly.
   *
   * @param peakGigaflops of the core; a multiply-add counts as two
   */
  double floorMillis(double peakGigaflops) {
    return 2 * least() / peakGigaflops / 1e6;
  }
}
