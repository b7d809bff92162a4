package org.cleanplate.engine.ort;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.cleanplate.progress.Cancellation;

/**
 * Lets the JVM end only between native calls. Whether somebody quits ImageJ or a scheduler
 * terminates the process, at its end the C library destroys the runtime's tables of types and
 * kernels, and a thread that still looks into them prints nonsense or crashes.
 */
final class ExitBarrier {
  /** More than the longest node takes, or a model to be opened; what hangs is left behind. */
  private static final long PATIENCE_MILLIS = 5000;

  private static final ExitBarrier OF_JVM = new ExitBarrier();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> OF_JVM.end(PATIENCE_MILLIS), "cleanplate-exit"));
  }

  private final ReadWriteLock calls = new ReentrantReadWriteLock();
  private final Cancellation exit = new Cancellation();

  /** The one that this JVM waits at. */
  static ExitBarrier ofJvm() {
    return OF_JVM;
  }

  /** Cancelled when the JVM ends: what can be stopped within a native call listens to it. */
  Cancellation exit() {
    return exit;
  }

  /**
   * Begins native calls, which last until the returned lock is unlocked by the same thread.
   *
   * @throws CancellationException if the JVM ends
   */
  Lock enter() {
    Lock call = calls.readLock();
    if (call.tryLock()) {
      if (!exit.isCancelled()) {
        return call;
      }
      call.unlock();
    }
    throw new CancellationException("The JVM ends");
  }

  /** Stops what computes, lets nothing begin any more, and waits for what cannot be stopped. */
  void end(long patienceMillis) {
    exit.cancel();
    try {
      // Never unlocked: nothing is computed after it.
      calls.writeLock().tryLock(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
