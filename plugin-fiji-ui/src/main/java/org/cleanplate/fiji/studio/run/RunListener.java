package org.cleanplate.fiji.studio.run;

import org.cleanplate.progress.Progress;

/** Hears of a run. The calls come by the executor that the engine was made with. */
public interface RunListener {

  /** How far the run is. */
  void progress(Progress progress);

  /**
   * A frame is matted.
   *
   * @param series which of the image's series, from 0
   * @param frame from 0
   * @param coverage mean of alpha, 0..1
   * @param meanError mean of the expected error, 0..1; {@link Double#NaN} if it is not known
   */
  void matted(int series, int frame, double coverage, double meanError);

  /** The run is over; its images are open. */
  void ended(PastRun run);
}
