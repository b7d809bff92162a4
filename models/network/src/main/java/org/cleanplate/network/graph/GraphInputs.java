package org.cleanplate.network.graph;

/** Names of the inputs of a {@link MattingGraph}; its outputs bear the names of their layers. */
public final class GraphInputs {
  /** The frame, in the pixel layout of the options. */
  public static final String SOURCE = "source";

  /** The clean plate, in the same layout and size. */
  public static final String CLEAN_PLATE = "cleanPlate";

  /**
   * Float {@code [2]}: the value of black, and 1 / (white - black). Only for 16-bit and float
   * pixels.
   */
  public static final String LEVELS = "levels";

  /** Int64 {@code [1]}: how many blocks to refine. Only when sampling in an adaptive graph. */
  public static final String SAMPLE_BLOCKS = "sampleBlocks";

  /** Float {@code [1]}: blocks of a larger error are refined. Only when thresholding. */
  public static final String THRESHOLD = "threshold";

  /** Float {@code [3]}: red, green, blue, 0..1. Only for composites. */
  public static final String BACKDROP = "backdrop";

  private GraphInputs() {}
}
