package org.cleanplate.network.graph;

/**
 * How a graph is laid out for the processor that it runs on. The matte is the same but for
 * rounding.
 */
public sealed interface GraphForm {

  /** The form for a CPU that leaves the way to refine to the frame. */
  GraphForm ADAPTIVE = new Adaptive(RefinementPaths.ALL);

  /**
   * For a CPU, in 32-bit floats: of the ways to refine a frame takes the one that is cheapest for
   * its selection, and full-size floats are finished in strips that stay in the cache. The number
   * of blocks to sample is an input of a run.
   *
   * @param paths the ways there are
   */
  record Adaptive(RefinementPaths paths) implements GraphForm {}

  /**
   * For a GPU: one straight row of large operators. There is no branch, and no shape depends on the
   * pixels, so the device is never waited for on the way; what is refined by blocks is a fixed
   * number of them. Only operators that CUDA has are used.
   *
   * @param precision the floats of the network
   * @param sampleBlocks how many blocks are refined when sampling; of no meaning otherwise
   */
  record Static(Precision precision, int sampleBlocks) implements GraphForm {
    public Static {
      if (sampleBlocks < 0) {
        throw new IllegalArgumentException(
            "sampleBlocks is " + sampleBlocks + ", expected 0 or more");
      }
    }
  }
}
