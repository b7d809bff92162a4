package org.cleanplate.imagej.run;

import java.io.IOException;
import java.util.List;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.parameters.EstimateChoice;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.estimate.Exclusion;
import org.cleanplate.plate.estimate.PlateEstimate;
import org.cleanplate.plate.estimate.PlateEstimator;
import org.cleanplate.plate.estimate.Quantile;
import org.cleanplate.plate.estimate.RangedPlates;
import org.cleanplate.plate.estimate.SourceOpener;

/**
 * Estimates the clean plate of frames from these themselves.
 *
 * @param source opens the frames
 * @param quantile which of a pixel's values
 * @param choice how many frames, and for how long a plate holds
 * @param exclusion what not to learn from
 */
record EstimatedBackground(
    SourceOpener source, Quantile quantile, EstimateChoice choice, Exclusion exclusion) {

  /** The plate of each frame: one for all, or one for each range. */
  PlateModel plate(RunMonitor monitor) throws IOException {
    if (choice.range().isEmpty()) {
      return whole(monitor);
    }
    return new RangedPlates(
        source, estimator(), rangeFrames(), choice.blended(), monitor.cancellation());
  }

  /** One plate from all frames. */
  PlateEstimate whole(RunMonitor monitor) throws IOException {
    try (FrameSource frames = source.open()) {
      return estimator().estimate(frames, monitor, monitor.cancellation());
    }
  }

  /** The estimate from all frames, or one for each range. */
  List<PlateEstimate> each(RunMonitor monitor) throws IOException {
    if (choice.range().isEmpty()) {
      return List.of(whole(monitor));
    }
    try (FrameSource frames = source.open()) {
      return estimator().estimateEach(frames, rangeFrames(), monitor, monitor.cancellation());
    }
  }

  private PlateEstimator estimator() {
    return new PlateEstimator(
        quantile, choice.frames(), PlateEstimator.DEFAULT_BUDGET_BYTES, exclusion);
  }

  private long rangeFrames() throws IOException {
    try (FrameSource frames = source.open()) {
      return choice.range().orElseThrow().frames(frames.framesPerSecond());
    }
  }
}
