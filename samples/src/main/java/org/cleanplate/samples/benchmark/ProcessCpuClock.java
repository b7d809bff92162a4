package org.cleanplate.samples.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The processor time this process has used, over all its threads. Unlike the wall clock it does not
 * count what other programs do; it ticks in steps of about 10 ms, so a measurement spans many
 * frames.
 */
final class ProcessCpuClock {
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Processor time since the process began. */
  long nanos() {
    long nanos = system.getProcessCpuTime();
    if (nanos < 0) {
      throw new IllegalStateException("This system does not tell the process's CPU time");
    }
    return nanos;
  }

  /** Processor time that {@code work} takes, a run. */
  double millisPerRun(Runnable work, int runs) {
    long start = nanos();
    for (int i = 0; i < runs; i++) {
      work.run();
    }
    return (nanos() - start) / 1e6 / runs;
  }
}
