package org.cleanplate.imagej.run;

import java.util.Locale;
import org.cleanplate.MattingException;

/**
 * What a run will take, known before it starts.
 *
 * @param resultBytes Java heap for the images that are made
 * @param engineBytes native memory for the model at work
 */
record MemoryCheck(long resultBytes, long engineBytes) {
  /** The part of the free heap that results may fill; the rest is for ImageJ's display. */
  private static final double USABLE = 0.9;

  /** One line for the Log. */
  String describe() {
    return "Memory: "
        + megabytes(resultBytes)
        + " for the results, up to "
        + megabytes(engineBytes)
        + " for the model";
  }

  /** Refuses results that will not fit into the heap, by then cleared of garbage. */
  void requireFits() {
    if (resultBytes > freeHeapBytes() * USABLE) {
      System.gc();
      requireFits(freeHeapBytes());
    }
  }

  void requireFits(long freeBytes) {
    if (resultBytes > freeBytes * USABLE) {
      throw new MattingException(
          "The results need "
              + megabytes(resultBytes)
              + " but ImageJ has only "
              + megabytes(freeBytes)
              + " free: write them to files with save= (format=stack open shows them slice by slice),"
              + " make fewer outputs, or raise the limit in Edit>Options>Memory & Threads");
    }
  }

  private static long freeHeapBytes() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", (bytes + (1 << 20) - 1) >> 20);
  }
}
