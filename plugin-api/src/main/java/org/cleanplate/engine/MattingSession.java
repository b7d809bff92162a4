package org.cleanplate.engine;

import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.progress.Cancellation;

/**
 * A model made ready for one frame format and one set of options: downsample, coarse, select,
 * refine in a single call. Owned and freed by its engine. Thread-safe; each thread brings its own
 * frames.
 */
public interface MattingSession {

  /** Of the frames and plates that it takes. */
  FrameFormat format();

  /** What it was opened with. */
  MattingOptions options();

  /**
   * A matte with a buffer for each layer of the options; the caller's to keep and to fill again.
   */
  Matte allocateMatte();

  /**
   * Computes the matte of {@code source} before {@code cleanPlate} into {@code matte}, which takes
   * the source's index and time. Blocks until it is done.
   *
   * @param source of {@link #format()}; only read
   * @param cleanPlate of {@link #format()}; only read
   * @param matte from {@link #allocateMatte()}
   * @param cancellation heeded on the way, within a fraction of a second
   * @throws org.cleanplate.MattingException if a frame is of another format, or memory or the
   *     device fail; the matte's pixels are then undefined
   * @throws java.util.concurrent.CancellationException if cancelled on the way; the matte's pixels
   *     are then undefined
   * @throws IllegalStateException if the engine is closed
   */
  void compute(Frame source, Frame cleanPlate, Matte matte, Cancellation cancellation);
}
