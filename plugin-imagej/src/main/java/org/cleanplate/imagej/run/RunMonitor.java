package org.cleanplate.imagej.run;

import ij.IJ;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;
import org.cleanplate.progress.ProgressListener;

/**
 * A run as ImageJ shows it: a progress bar, a line with the time left, and Esc to cancel. Esc is
 * watched on a thread of its own, so that it also reaches into a frame that takes long.
 */
public final class RunMonitor implements ProgressListener, AutoCloseable {
  private static final int POLL_MILLIS = 100;

  private final Cancellation cancellation = new Cancellation();
  private final Thread watcher = new Thread(this::watchEscape, "Cleanplate Esc watcher");

  /** Starts to watch; an Esc pressed before does not count. */
  public RunMonitor() {
    IJ.resetEscape();
    watcher.setDaemon(true);
    watcher.start();
  }

  public Cancellation cancellation() {
    return cancellation;
  }

  @Override
  public void progress(Progress progress) {
    IJ.showStatus(progress.describe());
    IJ.showProgress(progress.fraction());
  }

  private void watchEscape() {
    try {
      while (!cancellation.isCancelled()) {
        if (IJ.escapePressed()) {
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
