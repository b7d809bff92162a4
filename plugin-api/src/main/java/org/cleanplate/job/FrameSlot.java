package org.cleanplate.job;

import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.Matte;
import org.cleanplate.progress.Cancellation;

/**
 * The buffers of one frame on its way from the source to the sinks. One thread has it at a time.
 *
 * @param input the frame and its plate
 * @param matte what is computed from them
 */
record FrameSlot(PlatedFrame input, Matte matte) {

  void compute(MattingSession session, Cancellation cancellation) {
    long startNanos = System.nanoTime();
    session.compute(input.frame(), input.plate(), matte, cancellation);
    matte.stampComputeTime((System.nanoTime() - startNanos) / 1000);
  }
}
