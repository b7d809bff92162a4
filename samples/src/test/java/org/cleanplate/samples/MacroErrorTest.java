package org.cleanplate.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cleanplate.testing.SmallDisk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A macro that asks for what cannot be ends with a message that helps, and leaves nothing behind.
 * All cases run one after the other in one ImageJ.
 */
class MacroErrorTest {
  @TempDir static Path folder;
  private static String transcript;
  private static Optional<SmallDisk> fullDisk = Optional.empty();
  private static Optional<SmallDisk> readOnlyDisk = Optional.empty();

  /** What is asked for, and words of the answer. OUT stands for the case's own output folder. */
  private enum Mistake {
    UNKNOWN_KEY(stack("background=plate.png treshold=0.9"), "treshold", "threshold"),
    NO_BACKGROUND(stack("alpha"), "background"),
    NO_SUCH_IMAGE(command("Matte Stack...", "source=nothing.tif background=plate.png"), "nothing"),
    NO_SUCH_PLATE(stack("background=DATA/nowhere.png"), "nowhere.png"),
    WRONG_SIZE(stack("background=wide.png"), "640x240", "320x240"),
    PLATE_IS_SOURCE(stack("background=stack.tif"), "stack.tif"),
    BAD_NUMBER(stack("background=plate.png scale=large"), "scale", "large"),
    NO_SUCH_MODEL(stack("background=plate.png model=mobilnet"), "mobilnet", "cleanplate-slim"),
    TRUNCATED_WEIGHTS(stack("background=plate.png model=DATA/truncated.pth"), "truncated.pth"),
    HOSTILE_WEIGHTS(stack("background=plate.png model=DATA/hostile.pth"), "hostile.pth", "system"),
    OTHER_ONNX(stack("background=plate.png model=DATA/other.onnx"), "other.onnx", "picture", "src"),
    NO_SUCH_VIDEO(video("DATA/nowhere.mp4", "OUT", "mp4"), "nowhere.mp4"),
    FOLDER_IS_A_FILE(video("DATA/video.mp4", "DATA/plate.png/out", "mp4"), "plate.png"),
    SAVE_INTO_A_FILE(stack("background=plate.png save=DATA/plate.png/out"), "plate.png"),
    READ_ONLY_FOLDER(video("DATA/video.mp4", "READONLY", "mp4"), "READONLY"),
    FULL_DISK(video("DATA/video.mp4", "FULL", "mkv"), "FULL");

    private final String macro;
    private final List<String> words;

    Mistake(String macro, String... words) {
      this.macro = macro;
      this.words = List.of(words);
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static String stack(String options) {
      return command("Matte Stack...", "source=stack.tif " + options);
    }

    private static String video(String file, String output, String preset) {
      return command(
          "Matte Video...",
          "video="
              + file
              + " background=DATA/video-plate.png alpha foreground output="
              + output
              + " preset="
              + preset);
    }

    private static String command(String name, String options) {
      return "run(\"" + name + "\", \"" + options + "\");\n";
    }
  }

  @BeforeAll
  static void makeEveryMistake() throws Exception {
    InstalledImageJ imageJ = InstalledImageJ.unpack(folder.resolve("imagej"));
    Path data = folder.resolve("data");
    SampleGenerator.generate(data, 12);
    Fixtures.picture(data.resolve("wide.png"), 640, 240);
    Fixtures.checkpoint(data.resolve("whole.pth"));
    Fixtures.firstHalf(data.resolve("whole.pth"), data.resolve("truncated.pth"));
    Fixtures.hostileCheckpoint(data.resolve("hostile.pth"), "touch " + folder.resolve("harm"));
    Fixtures.otherOnnx(data.resolve("other.onnx"));
    fullDisk = SmallDisk.mount(folder.resolve("full"), "size=1m");
    readOnlyDisk = SmallDisk.mount(folder.resolve("read-only"), "ro");

    Path macros = Files.createDirectory(folder.resolve("macros"));
    for (Mistake mistake : Mistake.values()) {
      Files.createDirectory(output(mistake));
      if (isPossible(mistake)) {
        Files.writeString(
            macros.resolve(mistake.key() + ".ijm"),
            "open(\"DATA/plate.png\"); open(\"DATA/wide.png\"); open(\"DATA/stack.tif\");\n"
                    .replace("DATA", data.toString())
                + located(mistake.macro, mistake)
                + "print(\"went on\");\n");
      }
    }
    transcript =
        imageJ
            .runHeadless(
                List.of("-Dcleanplate.models=" + folder.resolve("models")),
                MacroSeries.class,
                macros.toString())
            .output();
  }

  @AfterAll
  static void unmount() throws IOException {
    for (Optional<SmallDisk> disk : List.of(fullDisk, readOnlyDisk)) {
      if (disk.isPresent()) {
        disk.get().close();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void mistakeIsExplainedAndLeavesNothing(Mistake mistake) throws IOException {
    assumeTrue(isPossible(mistake), "not run: this user may not mount a file system");
    String file = mistake.key() + ".ijm";
    String[] parts = transcript.split(MacroSeries.BEGIN + file + "\n");
    assertEquals(2, parts.length, transcript);
    String answer = parts[1].split("### ")[0];
    assertTrue(transcript.contains(MacroSeries.ABORTED + file), "finished:\n" + answer);
    assertFalse(answer.contains("went on"), answer);
    assertFalse(answer.contains("\tat "), "a stack trace is no message:\n" + answer);
    for (String word : mistake.words) {
      assertTrue(answer.contains(located(word, mistake)), "no \"" + word + "\" in:\n" + answer);
    }
    assertEquals(List.of(), Samples.list(output(mistake)));
    if (mistake == Mistake.FULL_DISK) {
      // Chunks that were whole stay, so that the run can go on once there is room.
      assertEquals(List.of(".video.cleanplate"), Samples.list(folder.resolve("full")));
    }
  }

  @Test
  void commandInsideAPickleIsNotRun() {
    assertFalse(Files.exists(folder.resolve("harm")));
  }

  private static boolean isPossible(Mistake mistake) {
    return switch (mistake) {
      case FULL_DISK -> fullDisk.isPresent();
      case READ_ONLY_FOLDER -> readOnlyDisk.isPresent();
      default -> true;
    };
  }

  private static Path output(Mistake mistake) {
    return folder.resolve("out-" + mistake.key());
  }

  private static String located(String text, Mistake mistake) {
    return text.replace("DATA", folder.resolve("data").toString())
        .replace("OUT", output(mistake).toString())
        .replace("READONLY", folder.resolve("read-only").toString())
        .replace("FULL", folder.resolve("full").toString());
  }
}
