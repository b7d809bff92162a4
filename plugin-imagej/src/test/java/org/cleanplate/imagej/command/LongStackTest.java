package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongStackTest {
  private static final int HEAP_MEGABYTES = 64;

  @TempDir private Path folder;

  /** 50 MB of source and 200 MB of alpha pass through a heap of 64 MB. */
  @Test
  void passesThroughAHeapSmallerThanItself() throws IOException, InterruptedException {
    Path transcript = folder.resolve("transcript.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                LongStackRun.class.getName(),
                folder.resolve("out").toString())
            .redirectErrorStream(true)
            .redirectOutput(transcript.toFile())
            .start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(transcript);
    assertTrue(ended, "still runs:\n" + said);
    assertTrue(said.contains("matted all"), said);
    long bytes = Files.size(folder.resolve("out/long-alpha.tif"));
    assertTrue(bytes > 3L * HEAP_MEGABYTES << 20, bytes + " bytes");
  }
}
