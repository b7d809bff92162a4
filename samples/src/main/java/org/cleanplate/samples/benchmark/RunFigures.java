package org.cleanplate.samples.benchmark;

import java.io.IOException;
import java.util.Locale;

/**
 * What a process took for a number of frames, as a child tells its parent in a line.
 *
 * @param framesPerSecond by the wall clock
 * @param cpuMillis processor time a frame, of all threads
 * @param peakMegabytes the most memory the process has had
 */
record RunFigures(double framesPerSecond, double cpuMillis, long peakMegabytes) {

  /** Work on frames. */
  @FunctionalInterface
  interface Work {
    /** Does it and tells how many frames it was. */
    long run() throws IOException;
  }

  static RunFigures of(Work work) throws IOException {
    long cpuStart = CpuClock.processNanos();
    long start = System.nanoTime();
    long frames = work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuMillis = (CpuClock.processNanos() - cpuStart) / 1e6;
    return new RunFigures(frames / seconds, cpuMillis / frames, Machine.peakMegabytes());
  }

  String toLine() {
    return String.format(Locale.ROOT, "%f %f %d", framesPerSecond, cpuMillis, peakMegabytes);
  }

  static RunFigures parse(String line) {
    String[] figures = line.split(" ");
    return new RunFigures(
        Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), Long.parseLong(figures[2]));
  }
}
