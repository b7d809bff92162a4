package org.cleanplate.imagej.run;

/** Hears of each frame of a run when it is matted, in order, on the run's thread. */
@FunctionalInterface
public interface FrameWatch {

  /**
   * A frame is matted.
   *
   * @param series which of the image's series, from 0
   * @param frame its number in the series, from 0
   * @param coverage the mean of alpha, 0..1
   * @param meanError mean of the error that the network expects of its coarse alpha, 0..1; {@link
   *     Double#NaN} if it was not asked for or the model has none
   */
  void matted(int series, long frame, double coverage, double meanError);
}
