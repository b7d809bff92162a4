package org.cleanplate.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cleanplate.samples.InstalledImageJ.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MacroRunnerTest {
  @TempDir static Path folder;
  private static InstalledImageJ imageJ;

  @BeforeAll
  static void install() throws IOException {
    imageJ = InstalledImageJ.unpack(folder.resolve("image j"));
  }

  @Test
  void exitCodeIsZeroWhenTheMacroFinished() throws Exception {
    Result result =
        run(
            """
            newImage("noise", "RGB noise", 32, 16, 3);
            run("Invert", "stack");
            print(getArgument() + " " + nSlices);
            """,
            "an argument; with spaces");
    assertEquals("an argument; with spaces 3\n", result.output());
    assertEquals(0, result.exitCode());
  }

  @Test
  void exitCodeTellsOfAMacroThatCannotBeFound() throws Exception {
    Result result = imageJ.runHeadless(MacroRunner.class, folder.resolve("no.ijm").toString());
    assertEquals(2, result.exitCode());
    assertTrue(result.output().contains("There is no macro file"), result.output());
  }

  @Test
  void everyWayToFailIsNoticed() throws Exception {
    Path macros = Files.createDirectory(folder.resolve("failing"));
    Files.writeString(macros.resolve("command.ijm"), "run('No Such Command');");
    Files.writeString(macros.resolve("exit.ijm"), "exit('Enough of this');");
    Files.writeString(macros.resolve("file.ijm"), "open('/no/such/file.tif'); print('went on');");
    Files.writeString(macros.resolve("image.ijm"), "run('Invert');");
    Files.writeString(macros.resolve("syntax.ijm"), "x = (;");
    Files.writeString(
        macros.resolve("throws.ijm"),
        "newImage('a', '8-bit', 9, 9, 1); run('Specify...', 'width=abc'); print('went on');");
    Files.writeString(macros.resolve("undefined.ijm"), "print(nothing);");
    Files.writeString(macros.resolve("zz-fine.ijm"), "print('fine');");

    String output = imageJ.runHeadless(MacroSeries.class, macros.toString()).output();

    for (String failing :
        List.of("command", "exit", "file", "image", "syntax", "throws", "undefined")) {
      assertTrue(output.contains(MacroSeries.ABORTED + failing + ".ijm"), failing + ":\n" + output);
    }
    assertTrue(output.contains(MacroSeries.FINISHED + "zz-fine.ijm"), output);
    assertTrue(output.contains("Unrecognized command: \"No Such Command\""), output);
    assertTrue(output.contains("Enough of this"), output);
  }

  @Test
  void aMacroThatHangsIsStopped() throws Exception {
    Path macro = Files.writeString(folder.resolve("hangs.ijm"), "while (true) wait(20);");
    Result result =
        imageJ.runHeadless(
            List.of("-D" + MacroRunner.TIME_LIMIT + "=0"), MacroRunner.class, macro.toString());
    assertEquals(1, result.exitCode());
    assertTrue(result.output().contains("still ran"), result.output());
  }

  private static Result run(String macro, String argument) throws Exception {
    Path file = Files.writeString(folder.resolve("a macro.ijm"), macro);
    return imageJ.runHeadless(MacroRunner.class, file.toString(), argument);
  }
}
