package org.cleanplate.testing;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * Measures what the event thread works for each event, in processor time: on a busy machine the
 * clock would tell more of the others.
 */
public final class EventThreadWatch extends EventQueue {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long longestNanos;
  private String longest = "none";
  private long events;

  private EventThreadWatch() {}

  /** Watches all events from now on. */
  public static EventThreadWatch install() {
    EventThreadWatch watch = new EventThreadWatch();
    Toolkit.getDefaultToolkit().getSystemEventQueue().push(watch);
    return watch;
  }

  @Override
  protected void dispatchEvent(AWTEvent event) {
    long start = threads.getCurrentThreadCpuTime();
    super.dispatchEvent(event);
    long nanos = threads.getCurrentThreadCpuTime() - start;
    synchronized (this) {
      events++;
      if (nanos > longestNanos) {
        longestNanos = nanos;
        longest = event.toString();
      }
    }
  }

  /** Forgets what was measured so far. */
  public synchronized void restart() {
    longestNanos = 0;
    events = 0;
  }

  public synchronized long longestMillis() {
    return TimeUnit.NANOSECONDS.toMillis(longestNanos);
  }

  public synchronized String describe() {
    return events + " events, the longest " + longestNanos / 1e6 + " ms: " + longest;
  }
}
