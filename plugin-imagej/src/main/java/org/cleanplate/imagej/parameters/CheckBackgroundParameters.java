package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;

/**
 * One run of <em>Check Background...</em>.
 *
 * @param source the title or id of an open image, or the path of a file; empty for the current
 *     image
 * @param video the path of a video or a folder of pictures, instead of an image
 * @param background where the clean plate comes from
 * @param frame the frame or slice to check against, from 1
 */
public record CheckBackgroundParameters(
    Optional<String> source, Optional<String> video, BackgroundChoice background, int frame) {

  /** As the menu shows it; a constant, so that it can be told when nothing else loads. */
  public static final String COMMAND = "Check Background...";

  /** The keys of the command. */
  public static final MacroSyntax SYNTAX =
      new MacroSyntax(
          COMMAND,
          List.of(
              new MacroKey("source", "title|id|path", "the image; default the current one"),
              new MacroKey("video", "path", "a video or a folder of pictures instead of an image"),
              new MacroKey("background", BackgroundChoice.USAGE, "what to check, as for matting"),
              new MacroKey("frame", "number", "which frame or slice to look at; default 1")));

  public CheckBackgroundParameters {
    if (source.isPresent() && video.isPresent()) {
      throw new MattingException(
          "Both source=" + source.get() + " and video=" + video.get() + " are given: choose one");
    }
  }

  /**
   * Reads the option string of a macro.
   *
   * @throws MattingException if it holds anything that is not understood
   */
  public static CheckBackgroundParameters parse(String text) {
    MacroOptions options = SYNTAX.parse(text);
    return new CheckBackgroundParameters(
        options.text("source"),
        options.text("video"),
        BackgroundChoice.parse(options.required("background")),
        options.integer("frame", 1).orElse(1));
  }

  /** The option string that {@link #parse} reads back as this. */
  public String toMacro() {
    MacroLine line = new MacroLine();
    source.ifPresent(title -> line.add("source", title));
    video.ifPresent(path -> line.add("video", path));
    line.add("background", background.text(video.isPresent() ? "frame" : "slice"));
    if (frame != 1) {
      line.add("frame", frame);
    }
    return line.toString();
  }
}
