package org.cleanplate.samples.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cleanplate.MattingException;

/** A JVM of its own for what is to be measured by itself, such as memory. */
final class ChildProcess {
  private ChildProcess() {}

  /**
   * Runs a class of this program with the same class path.
   *
   * @return the last line that it prints
   * @throws MattingException if it fails
   */
  static String lastLineOf(Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx2g",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = exitCode(process);
    if (code != 0 || printed.isBlank()) {
      throw new MattingException(main.getSimpleName() + " ended with code " + code);
    }
    return printed.lines().reduce((before, last) -> last).orElseThrow();
  }

  private static int exitCode(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("Interrupted"));
    }
  }
}
