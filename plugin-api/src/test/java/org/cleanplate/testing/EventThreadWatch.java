package org.cleanplate.testing;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * Measures what the event thread works for each event, in processor time: on a busy machine the
 * clock would tell more of the others.
 */
public final class EventThreadWatch extends EventQueue {
  private static final int NAMED = 5;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final PriorityQueue<Event> longest = new PriorityQueue<>();
  private long events;

  private record Event(long nanos, String text) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return Long.compare(nanos, other.nanos);
    }
  }

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
      longest.add(new Event(nanos, event.toString()));
      if (longest.size() > NAMED) {
        longest.remove();
      }
    }
  }

  /** Forgets what was measured so far. */
  public synchronized void restart() {
    longest.clear();
    events = 0;
  }

  public synchronized long longestMillis() {
    return longest.stream()
        .mapToLong(event -> TimeUnit.NANOSECONDS.toMillis(event.nanos))
        .max()
        .orElse(0);
  }

  /** How many events there were, and the longest of them. */
  public synchronized String describe() {
    StringBuilder text = new StringBuilder(events + " events, the longest:");
    longest.stream()
        .sorted(Comparator.reverseOrder())
        .forEach(
            event -> text.append(String.format("%n%7.1f ms: %s", event.nanos / 1e6, event.text)));
    return text.toString();
  }
}
