package org.cleanplate.evaluation;

import org.cleanplate.frame.Frame;
import org.cleanplate.metric.AlphaPlane;
import org.cleanplate.progress.Cancellation;

/** Whatever makes an alpha of a frame and its clean plate. Used by one thread at a time. */
public interface AlphaPredictor {

  /** What tables call it. */
  String name();

  /**
   * Computes the alpha.
   *
   * @param source in any layout
   * @param cleanPlate of the same format
   * @throws java.util.concurrent.CancellationException if cancelled on the way
   */
  AlphaPlane predict(Frame source, Frame cleanPlate, Cancellation cancellation);
}
