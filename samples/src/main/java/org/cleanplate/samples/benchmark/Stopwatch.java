package org.cleanplate.samples.benchmark;

import ai.onnxruntime.OrtException;

/** Times calls by the wall clock, as a device has no other. */
final class Stopwatch {
  private Stopwatch() {}

  /** A call of the runtime. */
  @FunctionalInterface
  interface Call {
    void run() throws OrtException;
  }

  /** The least of some calls, after one that sets everything up. */
  static double bestSeconds(int calls, Call call) throws OrtException {
    call.run();
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < calls; i++) {
      best = Math.min(best, seconds(call));
    }
    return best;
  }

  static double seconds(Call call) throws OrtException {
    long start = System.nanoTime();
    call.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
