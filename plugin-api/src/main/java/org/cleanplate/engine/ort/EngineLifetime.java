package org.cleanplate.engine.ort;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Keeps native memory from being freed under a computation. */
final class EngineLifetime {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean ended;

  /**
   * Marks the engine as in use until the returned lock is unlocked.
   *
   * @throws IllegalStateException after {@link #end}
   */
  Lock use() {
    Lock use = lock.readLock();
    use.lock();
    if (ended) {
      use.unlock();
      throw new IllegalStateException("The engine is closed");
    }
    return use;
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
