package org.cleanplate.engine.ort;

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

  /** A place on the device until it is closed. */
  @FunctionalInterface
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits for a place.
   *
   * @throws java.util.concurrent.CancellationException if cancelled while waiting
   */
  Place enter(Cancellation cancellation) {
    try {
      do {
        cancellation.check();
      } while (!places.tryAcquire(LOOK_FOR_CANCELLATION_MILLIS, TimeUnit.MILLISECONDS));
      return places::release;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the device", e);
    }
  }
}
