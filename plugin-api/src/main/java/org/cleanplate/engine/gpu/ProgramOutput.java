package org.cleanplate.engine.gpu;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a small program of the system prints. */
final class ProgramOutput {
  private static final int MOST_BYTES = 1 << 20;
  private static final long LONGEST_SECONDS = 10;

  private ProgramOutput() {}

  /** Its output; empty if there is no such program, it fails, or it takes too long. */
  static Optional<String> of(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(nothing()))
              .start();
      Thread stopper = new Thread(() -> stopLate(process), "cleanplate-gpu-check");
      stopper.setDaemon(true);
      stopper.start();
      try (InputStream out = process.getInputStream()) {
        String text = new String(out.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
      } finally {
        process.destroyForcibly();
        stopper.interrupt();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }

  private static void stopLate(Process process) {
    try {
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      // It has ended.
      Thread.currentThread().interrupt();
    }
  }
}
