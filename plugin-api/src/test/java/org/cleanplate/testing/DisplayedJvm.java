package org.cleanplate.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a program in a JVM of its own, on a display with a window manager. */
public final class DisplayedJvm {
  private static final int TIME_LIMIT_SECONDS = 240;
  private static final int START_LIMIT_SECONDS = 20;

  private DisplayedJvm() {}

  /**
   * Runs a program and requires that it ends well; the test does not run if there is no display
   * server on this machine.
   *
   * @return what it printed
   */
  public static String run(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    try (XvfbDisplay display = XvfbDisplay.start()) {
      Optional<Process> manager = startWindowManager(display);
      try {
        return run(display, main, arguments);
      } finally {
        manager.ifPresent(Process::destroy);
      }
    }
  }

  /** Without one windows have no focus, and keys go nowhere. It is at work when this returns. */
  private static Optional<Process> startWindowManager(XvfbDisplay display)
      throws IOException, InterruptedException {
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "openbox")));
    if (!installed) {
      return Optional.empty();
    }
    Path atWork = Files.createTempFile("openbox", ".started");
    Files.delete(atWork);
    ProcessBuilder openbox = new ProcessBuilder("openbox", "--startup", "touch " + atWork);
    openbox.environment().put("DISPLAY", display.name());
    Process manager =
        openbox
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_LIMIT_SECONDS);
    while (manager.isAlive() && !Files.exists(atWork) && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    Files.deleteIfExists(atWork);
    return Optional.of(manager);
  }

  private static String run(XvfbDisplay display, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--add-opens",
                "java.base/java.util=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    Path transcript = Files.createTempFile("transcript", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(transcript.toFile());
      builder.environment().put("DISPLAY", display.name());
      Process process = builder.start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly().waitFor();
      String output = Files.readString(transcript, StandardCharsets.UTF_8);
      assertEquals(0, ended ? process.exitValue() : -1, "It failed, or hung:\n" + output);
      return output;
    } finally {
      Files.delete(transcript);
    }
  }
}
