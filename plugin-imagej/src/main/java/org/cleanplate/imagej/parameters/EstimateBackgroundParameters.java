package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;
import org.cleanplate.plate.estimate.PlateEstimator;
import org.cleanplate.plate.estimate.Quantile;

/**
 * One run of <em>Estimate Background...</em>.
 *
 * @param source the title or id of an open image, or the path of a file; empty for the current
 *     image
 * @param video the path of a video or a folder of pictures, instead of an image
 * @param method which of a pixel's values in time
 * @param choice how many frames to look at, and what not to learn from
 * @param ghosts whether to show where the estimate is in doubt
 */
public record EstimateBackgroundParameters(
    Optional<String> source,
    Optional<String> video,
    Quantile method,
    EstimateChoice choice,
    boolean ghosts) {

  /** As the menu shows it; a constant, so that it can be told when nothing else loads. */
  public static final String COMMAND = "Estimate Background...";

  /** What {@code method=} takes. */
  private static final String METHODS = "median|minimum|maximum|[quantile Q]";

  /** The keys of the command. */
  public static final MacroSyntax SYNTAX =
      new MacroSyntax(
          COMMAND,
          List.of(
              new MacroKey("source", "title|id|path", "the image; default the current one"),
              new MacroKey("video", "path", "a video or a folder of pictures instead of an image"),
              new MacroKey(
                  "method", METHODS, "which of a pixel's values in time to take; default median"),
              new MacroKey(
                  "frames",
                  "number",
                  "how many frames to look at, spread over the whole; default "
                      + PlateEstimator.DEFAULT_FRAMES),
              new MacroKey(
                  "range",
                  PlateRange.USAGE,
                  "a background for each N frames or seconds, as a stack; default one for all"),
              new MacroKey(
                  "exclude",
                  "roi|path",
                  "pixels not to learn from: the selection, or a file of selections"),
              new MacroKey("exclude_frames", "N-M", "frames in which exclude= holds; default all"),
              MacroKey.flag("ghosts", "also show where the estimate is in doubt, 0 to 1")));

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
    Quantile method =
        options
            .text("method")
            .map(
                word ->
                    BackgroundChoice.parseQuantile(word)
                        .orElseThrow(() -> options.wrong("method", word, METHODS)))
            .orElse(Quantile.MEDIAN);
    if (options.text("exclude").isEmpty()) {
      options.refuse("exclude_frames", "without exclude=");
    }
    EstimateChoice choice =
        new EstimateChoice(
            options
                .integer("frames", EstimateChoice.FEWEST_FRAMES)
                .orElse(PlateEstimator.DEFAULT_FRAMES),
            options.text("range").map(PlateRange::parse),
            false,
            options
                .text("exclude")
                .map(region -> ExclusionChoice.parse(region, options.text("exclude_frames"))));
    return new EstimateBackgroundParameters(
        options.text("source"), options.text("video"), method, choice, options.has("ghosts"));
  }

  /** The option string that {@link #parse} reads back as this. */
  public String toMacro() {
    MacroLine line = new MacroLine();
    source.ifPresent(title -> line.add("source", title));
    video.ifPresent(path -> line.add("video", path));
    line.add("method", method.key());
    line.add("frames", choice.frames());
    choice.range().ifPresent(range -> line.add("range", range.text()));
    choice
        .exclusion()
        .ifPresent(
            excluded -> {
              line.add("exclude", excluded.region());
              excluded.frames().ifPresent(frames -> line.add("exclude_frames", frames));
            });
    line.flag("ghosts", ghosts);
    return line.toString();
  }
}
