package org.cleanplate.imagej.run;

import ij.IJ;
import java.util.function.BooleanSupplier;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;
import org.cleanplate.progress.ProgressListener;

/**
 * A run as ImageJ shows it: a progress bar, a line with the time left, and Esc to cancel. Esc is
 * watched on a thread of its own, so that it also reaches into a frame that takes long.
 */
public final class RunMonitor implements ProgressListener, AutoCloseable {
  private static final int POLL_MILLIS = 100;

  private final Cancellation cancellation;
  private final ProgressListener display;
  private final BooleanSupplier cancelled;
  private final Thread watcher = new Thread(this::watchEscape, "Cleanplate Esc watcher");

  /** A run that somebody else watches and shows. */
  public RunMonitor(Cancellation cancellation, ProgressListener display) {
    this(cancellation, display, () -> false);
  }

  private RunMonitor(
      Cancellation cancellation, ProgressListener display, BooleanSupplier cancelled) {
    this.cancellation = cancellation;
    this.display = display;
    this.cancelled = cancelled;
  }

  /** Starts to watch; an Esc pressed before does not count. */
  public RunMonitor() {
    this(progress -> {}, () -> false);
  }

  /**
   * Starts to watch for somebody else as well.
   *
   * @param listener hears of the progress that ImageJ shows, too
   * @param cancelled asked some times a second; cancels as Esc does
   */
  public RunMonitor(ProgressListener listener, BooleanSupplier cancelled) {
    this(
        new Cancellation(),
        progress -> {
          show(progress);
          listener.progress(progress);
        },
        () -> IJ.escapePressed() || cancelled.getAsBoolean());
    IJ.resetEscape();
    watcher.setDaemon(true);
    watcher.start();
  }

  /**
   * One of several pieces of this run: Esc ends it too, but its progress is shown in another way.
   */
  public RunMonitor part(ProgressListener shownBy) {
    return new RunMonitor(cancellation, shownBy);
  }

  public Cancellation cancellation() {
    return cancellation;
  }

  @Override
  public void progress(Progress progress) {
    display.progress(progress);
  }

  private static void show(Progress progress) {
    IJ.showStatus(progress.describe());
    IJ.showProgress(progress.fraction());
  }

  private void watchEscape() {
    try {
      while (!cancellation.isCancelled()) {
        if (cancelled.getAsBoolean()) {
          cancellation.cancel();
        }
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      // The run is over.
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the watch and clears the progress bar. */
  @Override
  public void close() {
    watcher.interrupt();
    IJ.showProgress(1.0);
  }
}
