package org.cleanplate.metric;

import java.util.OptionalDouble;
import org.cleanplate.progress.Cancellation;

/**
 * The two ways in which results for this method are reported; figures of one are not the other's.
 */
public enum MetricConvention {
  /**
   * The authors' MATLAB evaluation, which is the field's (Rhemann et al., CVPR 2009): SAD in
   * thousands of pixels, MSE as it is, Grad and Conn as sums, over the unknown region of a trimap
   * or over the whole picture; the picture cropped to a whole number of 4x4 blocks.
   */
  AUTHORS {
    @Override
    public MatteErrors measure(
        AlphaPlane predicted, AlphaPlane truth, Region region, Cancellation cancellation) {
      predicted.requireSizeOf(truth);
      int width = truth.width() / BLOCK * BLOCK;
      int height = truth.height() / BLOCK * BLOCK;
      AlphaPlane found = predicted.cropped(width, height);
      AlphaPlane expected = truth.cropped(width, height);
      Region counted = region.cropped(width, height);
      Differences differences = Differences.of(found, expected, counted);
      return new MatteErrors(
          differences.absolute() / 1000,
          differences.squared() / Math.max(1, differences.pixels()),
          OptionalDouble.of(GradientError.of(found, expected, counted, cancellation)),
          OptionalDouble.of(ConnectivityError.of(found, expected, counted, cancellation)));
    }

    @Override
    public Region defaultRegion(AlphaPlane truth) {
      return Region.whole(truth.width(), truth.height());
    }
  },

  /**
   * The Paddle reproduction's evaluation: SAD in thousands and MSE in thousandths, both doubled,
   * the mean over one pixel more than there are. It has neither Grad nor Conn.
   */
  PADDLE {
    @Override
    public MatteErrors measure(
        AlphaPlane predicted, AlphaPlane truth, Region region, Cancellation cancellation) {
      predicted.requireSizeOf(truth);
      Differences differences = Differences.of(predicted, truth, region);
      return new MatteErrors(
          2 * differences.absolute() / 1000,
          2 * 1000 * differences.squared() / (differences.pixels() + 1.0),
          OptionalDouble.empty(),
          OptionalDouble.empty());
    }

    @Override
    public Region defaultRegion(AlphaPlane truth) {
      return Region.aroundTransitions(truth);
    }
  };

  private static final int BLOCK = 4;

  /**
   * Measures one picture.
   *
   * @param region of the same size
   * @param cancellation looked at some times a second
   * @throws org.cleanplate.MattingException if the maps differ in size
   * @throws java.util.concurrent.CancellationException if cancelled on the way
   */
  public abstract MatteErrors measure(
      AlphaPlane predicted, AlphaPlane truth, Region region, Cancellation cancellation);

  /** As the other, to its end. */
  public MatteErrors measure(AlphaPlane predicted, AlphaPlane truth, Region region) {
    return measure(predicted, truth, region, new Cancellation());
  }

  /** What is measured where no trimap is given. */
  public abstract Region defaultRegion(AlphaPlane truth);
}
