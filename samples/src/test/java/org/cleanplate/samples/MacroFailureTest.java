package org.cleanplate.samples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A misspelt key, a missing image and a wrong number end the macro with a message, by every route,
 * and none waits for somebody to press a button.
 */
class MacroFailureTest {
  @TempDir static Path folder;
  private static InstalledImageJ imageJ;

  /** A call that fails, and words of its message. */
  private enum Mistake {
    STACK_KEY(
        "run('Matte Stack...', 'background=median treshold=1');", "did you mean \"threshold\""),
    STACK_IMAGE("run('Matte Stack...', 'source=no.tif background=median');", "\"no.tif\""),
    STACK_NUMBER("run('Matte Stack...', 'background=median pixels=few');", "\"pixels\" is \"few\""),
    VIDEO_KEY("run('Matte Video...', 'vido=v.mp4');", "did you mean \"video\""),
    VIDEO_FILE("run('Matte Video...', 'video=no.mp4 background=median output=o');", "\"no.mp4\""),
    VIDEO_NUMBER("run('Matte Video...', 'video=v background=median output=o first=0');", "first"),
    ESTIMATE_KEY("run('Estimate Background...', 'metod=median');", "did you mean \"method\""),
    ESTIMATE_IMAGE("run('Estimate Background...', 'source=no.tif');", "\"no.tif\""),
    ESTIMATE_NUMBER("run('Estimate Background...', 'frames=1.5');", "\"frames\" is \"1.5\""),
    BATCH_KEY("run('Batch Matte...', 'foldr=f');", "did you mean \"folder\""),
    BATCH_FOLDER("run('Batch Matte...', 'folder=/no background=median output=o');", "/no"),
    MODELS_KEY("run('Models...', 'lst');", "did you mean \"list\""),
    MODELS_FILE("run('Models...', 'import=/no.pth');", "no.pth"),
    EXT_KEY(ext("matte('walk', 'median', 'alfa');"), "did you mean \"alpha\""),
    EXT_IMAGE(ext("matte('no.tif', 'median', '');"), "\"no.tif\""),
    EXT_NUMBER(ext("matte('walk', 'median', 'scale=9');"), "\"scale\" is \"9\""),
    EXT_ARGUMENT(ext("matte('walk');"), "Argument 2 of 3 is missing, background"),
    EXT_DEVICE(ext("open('', 'gpu');"), "Device is \"gpu\"");

    private final String call;
    private final String words;

    Mistake(String call, String words) {
      this.call = call;
      this.words = words;
    }

    private static String ext(String call) {
      return "run('Cleanplate Macro Extensions');\nExt.Cleanplate_" + call;
    }
  }

  @BeforeAll
  static void install() throws IOException {
    imageJ = InstalledImageJ.unpack(folder.resolve("ImageJ"));
  }

  @ParameterizedTest
  @EnumSource
  void mistakesEndTheMacroWithTheirMessage(MacroRoute route) throws Exception {
    Path macro = folder.resolve("mistakes-" + route + ".ijm");
    MacroScript script = new MacroScript();
    for (Mistake mistake : Mistake.values()) {
      script.lines(
          mistake.name(),
          "setBatchMode(true);\nnewImage('walk', '8-bit noise', 32, 32, 5);\n"
              + mistake.call
              + "\nprint('went on');");
    }
    Files.writeString(macro, script.text());
    String output = route.run(imageJ, macro, "").output();
    for (Mistake mistake : Mistake.values()) {
      String answer = MacroScript.transcriptOf(mistake.name(), output);
      assertTrue(answer.contains(mistake.words), mistake + ":\n" + answer);
      assertTrue(answer.endsWith(" [aborted]"), mistake + ":\n" + answer);
      assertFalse(answer.contains("went on"), mistake + ":\n" + answer);
      assertFalse(answer.contains("\tat "), "a stack trace is no message:\n" + answer);
    }
    assertFalse(Files.exists(Path.of("o")), "nothing was written");
  }
}
