package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.cleanplate.progress.Cancellation;

/**
 * Lets some frames onto a GPU at a time, in the order in which they come. More would not be ready
 * sooner but take its memory.
 */
final class DeviceQueue {
  private static final int LOOK_FOR_CANCELLATION_MILLIS = 50;

  private final Semaphore places;

  DeviceQueue(int framesInFlight) {
    places = new Semaphore(framesInFlight, true);
  }

  /** What is done on the device. */
  @FunctionalInterface
  interface Work {
    void run() throws OrtException;
  }

  /**
   * Waits for a place and computes there.
   *
   * @throws java.util.concurrent.CancellationException if cancelled while waiting
   */
  void compute(Work work, Cancellation cancellation) throws OrtException {
    enter(cancellation);
    try {
      work.run();
    } finally {
      places.release();
    }
  }

  private void enter(Cancellation cancellation) {
    try {
      do {
        cancellation.check();
      } while (!places.tryAcquire(LOOK_FOR_CANCELLATION_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the device", e);
    }
  }
}
