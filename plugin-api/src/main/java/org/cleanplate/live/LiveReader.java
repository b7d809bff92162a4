package org.cleanplate.live;

import java.io.IOException;
import org.cleanplate.frame.FrameSource;

/**
 * The thread that reads a source and closes it in the end. A device that gives no more frames holds
 * its thread inside a native call, so closing waits for a moment only.
 */
final class LiveReader implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 500;

  private final FrameSource source;
  private final LatestFrame latest;
  private final Thread thread = new Thread(this::readAll, "cleanplate-live");
  private volatile boolean stopped;

  LiveReader(FrameSource source, LatestFrame latest) {
    this.source = source;
    this.latest = latest;
    thread.setDaemon(true);
    thread.start();
  }

  private void readAll() {
    try (source) {
      while (!stopped && source.read(latest.toFill())) {
        latest.publish();
      }
      latest.end();
    } catch (IOException | RuntimeException e) {
      latest.fail(e);
    }
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
