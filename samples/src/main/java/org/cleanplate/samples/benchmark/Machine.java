package org.cleanplate.samples.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a figure was measured on. */
final class Machine {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String UNKNOWN_PROCESSOR = "processor unknown";

  private Machine() {}

  /** In one line. */
  static String describe() {
    return "%s, %d processors; %s %s, %s; Java %s"
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"));
  }

  /** How many programs wanted to compute on average during the last minute, this one included. */
  static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.2f", load);
  }

  /** The most memory this process has had at a time, in megabytes; 0 where it is not told. */
  static long peakMegabytes() {
    return line(STATUS, "VmHWM")
        .map(value -> Long.parseLong(value.replaceAll("\\D", "")) >> 10)
        .orElse(0L);
  }

  private static String processor() {
    return line(CPU_INFO, "model name").orElse(UNKNOWN_PROCESSOR);
  }

  private static Optional<String> line(Path file, String key) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.replaceFirst("^[^:]*:\\s*", ""))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
