package org.cleanplate.engine.ort;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Keeps native memory from being freed under a computation, and the JVM from ending beneath it. */
final class EngineLifetime {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean ended;

  /** A stretch of one thread's time in which native memory stays. */
  @FunctionalInterface
  interface Use {
    void end();
  }

  /**
   * Marks the engine as in use.
   *
   * @return to be ended by the same thread
   * @throws IllegalStateException after {@link #end}
   * @throws java.util.concurrent.CancellationException if the JVM ends
   */
  Use use() {
    Lock call = ExitBarrier.ofJvm().enter();
    Lock use = lock.readLock();
    use.lock();
    if (ended) {
      use.unlock();
      call.unlock();
      throw new IllegalStateException("The engine is closed");
    }
    return () -> {
      use.unlock();
      call.unlock();
    };
  }

  /** Waits for all uses, then runs {@code free}, once. */
  void end(Runnable free) {
    lock.writeLock().lock();
    try {
      if (!ended) {
        ended = true;
        free.run();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
