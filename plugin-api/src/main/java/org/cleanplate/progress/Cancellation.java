package org.cleanplate.progress;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArraySet;

/** The user's wish to stop, passed down to whatever takes long. Thread-safe. */
public final class Cancellation {
  private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
  private volatile boolean cancelled;

  /** Asks the work to stop. Later calls change nothing. */
  public void cancel() {
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
    }
    listeners.forEach(Runnable::run);
  }

  /** Whether the work should stop. */
  public boolean isCancelled() {
    return cancelled;
  }

  /**
   * Ends the work here if the user asked for it.
   *
   * @throws CancellationException if so; an outcome, not an error
   */
  public void check() {
    if (cancelled) {
      throw new CancellationException("Cancelled");
    }
  }

  /**
   * Runs {@code action} on cancelling, or now if that has happened; used to reach into native
   * calls.
   *
   * @return closes the registration
   */
  public Registration onCancel(Runnable action) {
    listeners.add(action);
    if (cancelled) {
      action.run();
    }
    return () -> listeners.remove(action);
  }

  /** Ends an {@link #onCancel}. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
