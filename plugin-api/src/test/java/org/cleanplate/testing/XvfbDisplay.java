package org.cleanplate.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A display that nobody sees, for programs that need one. */
public final class XvfbDisplay implements AutoCloseable {
  private final Process server;
  private final String name;

  private XvfbDisplay(Process server, String name) {
    this.server = server;
    this.name = name;
  }

  /** Starts the server on a free number; the test does not run if there is none on this machine. */
  public static XvfbDisplay start() throws IOException {
    assumeTrue(isInstalled(), "not run: no display server (Xvfb)");
    Process server =
        new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // It writes the number once it accepts connections.
    BufferedReader numbers =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
    String number = numbers.readLine();
    assumeTrue(number != null, "not run: the display server (Xvfb) does not start");
    return new XvfbDisplay(server, ":" + number);
  }

  private static boolean isInstalled() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "Xvfb")));
  }

  /** What {@code DISPLAY} is set to. */
  public String name() {
    return name;
  }

  @Override
  public void close() {
    server.destroy();
  }
}
