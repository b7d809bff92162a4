package org.cleanplate.engine.ort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OrtRuntimeTest {
  private static final int ARGUMENT_CHARACTERS = 100_000;

  /** Loaded on an ordinary thread the runtime ends such a process without a word. */
  @Test
  void isLoadedInAProcessOfALongCommandLine() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlong=" + "x".repeat(ARGUMENT_CHARACTERS),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                OrtRuntimeTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertTrue(output.strip().startsWith("1."), output);
  }

  /** Run by the test: prints the runtime's version. */
  public static void main(String[] arguments) {
    System.out.println(OrtRuntime.environment().getVersion());
  }
}
