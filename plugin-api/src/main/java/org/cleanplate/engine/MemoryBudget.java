package org.cleanplate.engine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory that a job may plan with.
 *
 * @param computationBytes native memory for the engine at work
 * @param bufferBytes direct buffers for frames and mattes
 */
public record MemoryBudget(long computationBytes, long bufferBytes) {
  private static final Path LINUX_FIGURES = Path.of("/proc/meminfo");

  /**
   * What this machine and this JVM can give now: half of the physical memory that is available, as
   * other programs want some too, and half of the JVM's limit for direct buffers.
   */
  public static MemoryBudget now() {
    return new MemoryBudget(availableBytes() / 2, Runtime.getRuntime().maxMemory() / 2);
  }

  /** Physical memory to be had without swapping, file caches counted where the system tells. */
  private static long availableBytes() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long total = system.getTotalMemorySize();
    // A smaller total than the machine's is the limit of a container, which the machine's own
    // figures do not know.
    boolean wholeMachine = linuxBytes("MemTotal").orElse(0) == total;
    return wholeMachine
        ? linuxBytes("MemAvailable").orElse(system.getFreeMemorySize())
        : system.getFreeMemorySize();
  }

  private static OptionalLong linuxBytes(String figure) {
    try {
      Matcher line =
          Pattern.compile("(?m)^" + figure + ":\\s*(\\d+) kB$")
              .matcher(Files.readString(LINUX_FIGURES));
      return line.find()
          ? OptionalLong.of(Long.parseLong(line.group(1)) << 10)
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
