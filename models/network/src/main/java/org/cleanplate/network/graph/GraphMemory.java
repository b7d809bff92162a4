package org.cleanplate.network.graph;

import org.cleanplate.network.Architecture;
import org.cleanplate.network.MattingBase;
import org.cleanplate.network.cost.Cost;
import org.cleanplate.network.cost.CostOps;
import org.cleanplate.network.cost.Shape;

/** Native memory that a graph takes while it runs. */
public final class GraphMemory {
  /**
   * A map is freed once nothing needs it any more, so what is alive at a time is a part of all. The
   * runtime's arena rounds up.
   */
  private static final double ALIVE = 0.5;

  /** Floats a pixel that the refiner holds when it computes the whole image. */
  private static final int REFINED_FLOATS_PER_PIXEL = 72;

  /** Floats a pixel that merging and output hold. */
  private static final int OUTPUT_FLOATS_PER_PIXEL = 16;

  private GraphMemory() {}

  /** An upper estimate in bytes, weights included; nothing is allocated. */
  public static long bytes(Architecture architecture, GraphOptions options) {
    GraphGeometry geometry = options.geometry();
    CostOps ops = new CostOps();
    Shape pair =
        new Shape(Architecture.INPUT_CHANNELS, geometry.coarseHeight(), geometry.coarseWidth());
    new MattingBase(architecture).forward(ops, pair);
    Cost base = ops.total();
    long pixels = (long) geometry.paddedWidth() * geometry.paddedHeight();
    int floats =
        OUTPUT_FLOATS_PER_PIXEL
            + (options.refinement() == RefinementMode.NONE ? 0 : REFINED_FLOATS_PER_PIXEL);
    // The weights lie in the serialized graph, in the runtime and in its rearranged copy, and ways
    // to convolve by less arithmetic take more of them.
    return 4 * base.parameterBytes()
        + (long) (ALIVE * base.activationBytes())
        + pixels * floats * Float.BYTES;
  }
}
