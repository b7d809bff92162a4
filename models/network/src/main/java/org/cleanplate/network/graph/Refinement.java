package org.cleanplate.network.graph;

/** Which 4x4 blocks of the coarse matte are computed again at full resolution. */
public sealed interface Refinement {

  /** Every block. */
  record Full() implements Refinement {}

  /**
   * The blocks of largest predicted error.
   *
   * @param pixels how many pixels to refine; a sixteenth of it is the number of blocks, clamped to
   *     what the frame has
   * @param preventOversampling whether blocks of no predicted error are left alone even if the
   *     number is not reached
   */
  record Sampling(int pixels, boolean preventOversampling) implements Refinement {
    public Sampling {
      if (pixels < 0) {
        throw new IllegalArgumentException("pixels is " + pixels + ", expected 0 or more");
      }
    }

    public Sampling(int pixels) {
      this(pixels, true);
    }

    /** The number of blocks that hold these pixels. */
    public int blocks() {
      return pixels / (GraphGeometry.BLOCK * GraphGeometry.BLOCK);
    }
  }

  /**
   * The blocks whose predicted error is above a threshold.
   *
   * @param error the threshold, 0..1; the comparison is strict
   */
  record Thresholding(double error) implements Refinement {
    public Thresholding {
      if (!(error >= 0)) {
        throw new IllegalArgumentException("error is " + error + ", expected 0 or more");
      }
    }
  }

  /** No block: the coarse matte, resized. Accepts a backbone scale of up to 1. */
  record None() implements Refinement {}
}
