package org.cleanplate.live;

import java.util.ArrayDeque;
import java.util.Deque;

/** Measures the pace over the latest mattes. Used by one thread. */
final class LiveMeter {
  private static final int WINDOW = 30;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Deque<Long> doneNanos = new ArrayDeque<>();
  private final Deque<Long> latencies = new ArrayDeque<>();
  private long frames;

  /** A matte is done whose frame had arrived at that time. */
  void count(long arrivedNanos, long nowNanos) {
    frames++;
    doneNanos.add(nowNanos);
    latencies.add(nowNanos - arrivedNanos);
    if (doneNanos.size() > WINDOW) {
      doneNanos.remove();
      latencies.remove();
    }
  }

  LiveStatus status(long dropped) {
    double seconds =
        doneNanos.size() < 2 ? 0 : (doneNanos.getLast() - doneNanos.getFirst()) / NANOS_PER_SECOND;
    double rate = seconds > 0 ? (doneNanos.size() - 1) / seconds : 0;
    double latency = latencies.stream().mapToLong(Long::longValue).average().orElse(0);
    return new LiveStatus(frames, dropped, rate, latency / NANOS_PER_MILLI);
  }
}
