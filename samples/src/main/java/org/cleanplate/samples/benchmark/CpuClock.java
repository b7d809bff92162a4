package org.cleanplate.samples.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Processor time, which unlike the wall clock does not count what other programs do. The process's
 * ticks in steps of about 10 ms; a thread's is exact to less than a microsecond. With one thread
 * for the runtime both say the same, as it computes on the thread that calls it.
 */
final class CpuClock {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CpuClock() {}

  /** Of the calling thread. */
  static long threadNanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Of all threads of the process since it began. */
  static long processNanos() {
    long nanos = SYSTEM.getProcessCpuTime();
    if (nanos < 0) {
      throw new IllegalStateException("This system does not tell the process's CPU time");
    }
    return nanos;
  }
}
