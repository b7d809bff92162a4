package org.cleanplate.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cleanplate.samples.InstalledImageJ.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run-macro.sh} as a user calls it: from anywhere, with relative paths and spaces. */
class RunMacroScriptTest {
  @TempDir static Path folder;

  @BeforeAll
  static void requireShellAndZip() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "not run: no bash");
    InstalledImageJ.requireZip();
  }

  @Test
  void runsAMacroFromAnyFolder() throws Exception {
    Path here = Files.createDirectories(folder.resolve("some where"));
    Files.writeString(here.resolve("a macro.ijm"), "print(getDir('cwd') + getArgument());");
    Result result = runMacro("a macro.ijm", "my file.tif");
    assertEquals(0, result.exitCode(), result.output());
    assertEquals(here.toRealPath().resolve("my file.tif") + "\n", result.output());
  }

  @Test
  void passesTheFailureOn() throws Exception {
    Files.writeString(folder.resolve("bad.ijm"), "run('Matte Stak...');");
    Result result = runMacro("../bad.ijm", "");
    assertEquals(1, result.exitCode(), result.output());
    assertTrue(result.output().contains("Matte Stak..."), result.output());
  }

  private static Result runMacro(String macro, String argument) throws Exception {
    Path here = Files.createDirectories(folder.resolve("some where"));
    return InstalledImageJ.run(
        List.of(
            "/bin/bash",
            "-c",
            "cd \"$1\" && shift && \"$@\"",
            "bash",
            here.toString(),
            InstalledImageJ.SAMPLES.resolve("run-macro.sh").toString(),
            macro,
            argument),
        Map.of());
  }
}
