package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;

/**
 * One run of <em>Estimate Background...</em>.
 *
 * @param source the title or id of an open image, or the path of a file; empty for the current
 *     image
 * @param video the path of a video or a folder of pictures, instead of an image
 * @param method how to estimate
 * @param frames how many frames to look at, spread over the source
 */
public record EstimateBackgroundParameters(
    Optional<String> source, Optional<String> video, Method method, int frames) {

  /** How a pixel of the background is found from its values in time. */
  public enum Method {
    MEDIAN;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final int DEFAULT_FRAMES = 75;

  /** A median of fewer frames is one of them. */
  public static final int FEWEST_FRAMES = 3;

  /** As the menu shows it; a constant, so that it can be told when nothing else loads. */
  public static final String COMMAND = "Estimate Background...";

  /** The keys of the command. */
  public static final MacroSyntax SYNTAX =
      new MacroSyntax(
          COMMAND,
          List.of(
              new MacroKey("source", "title|id|path", "the image; default the current one"),
              new MacroKey("video", "path", "a video or a folder of pictures instead of an image"),
              new MacroKey("method", "median", "how to estimate; default median"),
              new MacroKey(
                  "frames",
                  "number",
                  "how many frames to look at, spread over the whole; default " + DEFAULT_FRAMES)));

  public EstimateBackgroundParameters {
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
  public static EstimateBackgroundParameters parse(String text) {
    MacroOptions options = SYNTAX.parse(text);
    return new EstimateBackgroundParameters(
        options.text("source"),
        options.text("video"),
        options.choice("method", Method.class, Method::key).orElse(Method.MEDIAN),
        options.integer("frames", FEWEST_FRAMES).orElse(DEFAULT_FRAMES));
  }

  /** The option string that {@link #parse} reads back as this. */
  public String toMacro() {
    MacroLine line = new MacroLine();
    source.ifPresent(title -> line.add("source", title));
    video.ifPresent(path -> line.add("video", path));
    line.add("method", method.key());
    line.add("frames", frames);
    return line.toString();
  }
}
