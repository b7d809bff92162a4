package org.cleanplate.live;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;

/**
 * A queue of one frame in which the latest wins: whoever is too slow misses frames instead of
 * lagging behind. Three buffers go round, one being filled, one waiting, one in use. One thread
 * writes, one reads.
 */
final class LatestFrame {
  private Frame filled;
  private Frame waiting;
  private Frame used;

  /** Whether {@link #waiting} was not taken yet. */
  private boolean fresh;

  private boolean ended;
  private Optional<Throwable> failure = Optional.empty();
  private long arrivedNanos;
  private long takenArrivedNanos;
  private long dropped;

  LatestFrame(FrameFormat format) {
    filled = Frame.allocate(format);
    waiting = Frame.allocate(format);
    used = Frame.allocate(format);
  }

  /** What the writer fills next. */
  Frame toFill() {
    return filled;
  }

  /** Offers the frame that was filled, in place of one that nobody took. */
  synchronized void publish() {
    if (fresh) {
      dropped++;
    }
    Frame offered = filled;
    filled = waiting;
    waiting = offered;
    fresh = true;
    arrivedNanos = System.nanoTime();
    notifyAll();
  }

  /** No frame follows. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** No frame follows, for a reason. */
  synchronized void fail(Throwable reason) {
    failure = Optional.of(reason);
    end();
  }

  /**
   * Waits for a frame that was not taken yet.
   *
   * @return the frame, valid until the next call; empty after that time or at the end
   */
  synchronized Optional<Frame> take(long timeoutMillis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    while (!fresh && !ended) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return Optional.empty();
      }
      wait(left);
    }
    if (!fresh) {
      return Optional.empty();
    }
    Frame taken = waiting;
    waiting = used;
    used = taken;
    fresh = false;
    takenArrivedNanos = arrivedNanos;
    return Optional.of(taken);
  }

  /** Whether no frame will come any more. */
  synchronized boolean isOver() {
    return ended && !fresh;
  }

  /** Why no frame follows, if it is not the end. */
  synchronized Optional<Throwable> failure() {
    return failure;
  }

  /** When the frame taken last had arrived, on the clock of {@link System#nanoTime}. */
  synchronized long takenArrivedNanos() {
    return takenArrivedNanos;
  }

  /** Frames that were overtaken. */
  synchronized long dropped() {
    return dropped;
  }
}
