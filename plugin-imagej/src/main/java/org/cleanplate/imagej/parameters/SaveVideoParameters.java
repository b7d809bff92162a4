package org.cleanplate.imagej.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;
import org.cleanplate.video.VideoPreset;

/**
 * One run of <em>Save Stack as Video...</em>.
 *
 * @param source the title or id of an open image; empty for the current one
 * @param output the path of the video
 * @param preset the kind of video; empty to choose it by the extension
 * @param framesPerSecond empty to take the image's frame interval
 */
public record SaveVideoParameters(
    Optional<String> source,
    String output,
    Optional<VideoPreset> preset,
    OptionalDouble framesPerSecond) {

  /** As the menu shows it; a constant, so that it can be told when nothing else loads. */
  public static final String COMMAND = "Save Stack as Video...";

  /** The keys of the command. */
  public static final MacroSyntax SYNTAX =
      new MacroSyntax(
          COMMAND,
          List.of(
              new MacroKey("source", "title|id", "the open image; default the current one"),
              new MacroKey("output", "path", "the video to write: .mp4, .mov, .mkv or .webm"),
              new MacroKey("preset", presets(), "kind of video; default by the extension"),
              new MacroKey(
                  "fps",
                  "number",
                  "frames a second; default the image's frame interval, else 25")));

  private static final double FEWEST_FRAMES_PER_SECOND = 0.01;
  private static final double MOST_FRAMES_PER_SECOND = 10_000;

  private static String presets() {
    return Arrays.stream(VideoPreset.values())
        .map(VideoPreset::key)
        .collect(Collectors.joining("|"));
  }

  /**
   * Reads the option string of a macro.
   *
   * @throws org.cleanplate.MattingException if it holds anything that is not understood
   */
  public static SaveVideoParameters parse(String text) {
    MacroOptions options = SYNTAX.parse(text);
    return new SaveVideoParameters(
        options.text("source"),
        options.required("output"),
        options.choice("preset", VideoPreset.class, VideoPreset::key),
        options.number("fps", FEWEST_FRAMES_PER_SECOND, MOST_FRAMES_PER_SECOND));
  }

  /** The option string that {@link #parse} reads back as this. */
  public String toMacro() {
    MacroLine line = new MacroLine();
    source.ifPresent(title -> line.add("source", title));
    line.add("output", output);
    preset.ifPresent(kind -> line.add("preset", kind.key()));
    framesPerSecond.ifPresent(rate -> line.add("fps", rate));
    return line.toString();
  }
}
