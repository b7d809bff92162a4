package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.macro.MacroSyntax;

/**
 * One run of <em>Repair Background...</em>.
 *
 * @param background the title or id of the plate's image; empty for the current one
 * @param from the title or id of an open image, or the path of a video or of a folder of pictures
 * @param frame the frame or slice of it in which the region is free, from 1
 * @param roi the path of a file of selections; empty for the selection of the plate
 * @param feather how many pixels wide the blending is
 */
public record RepairBackgroundParameters(
    Optional<String> background, String from, int frame, Optional<String> roi, int feather) {
  public static final int DEFAULT_FEATHER = 5;

  /** As the menu shows it; a constant, so that it can be told when nothing else loads. */
  public static final String COMMAND = "Repair Background...";

  /** The keys of the command. */
  public static final MacroSyntax SYNTAX =
      new MacroSyntax(
          COMMAND,
          List.of(
              new MacroKey("background", "title|id", "the image to mend; default the current one"),
              new MacroKey("from", "title|id|path", "an open image or a video of the scene"),
              new MacroKey("frame", "number", "its frame or slice that shows the place free"),
              new MacroKey("roi", "path", "a file of selections; default the selection"),
              new MacroKey(
                  "feather", "number", "pixels to blend over; default " + DEFAULT_FEATHER)));

  public RepairBackgroundParameters {
    if (frame < 1) {
      throw new MattingException("Frame is " + frame + ", but they are counted from 1");
    }
  }

  /**
   * Reads the option string of a macro.
   *
   * @throws MattingException if it holds anything that is not understood
   */
  public static RepairBackgroundParameters parse(String text) {
    MacroOptions options = SYNTAX.parse(text);
    options.required("frame");
    return new RepairBackgroundParameters(
        options.text("background"),
        options.required("from"),
        options.integer("frame", 1).orElseThrow(),
        options.text("roi"),
        options.integer("feather", 0).orElse(DEFAULT_FEATHER));
  }

  /** The option string that {@link #parse} reads back as this. */
  public String toMacro() {
    MacroLine line = new MacroLine();
    background.ifPresent(title -> line.add("background", title));
    line.add("from", from);
    line.add("frame", frame);
    roi.ifPresent(path -> line.add("roi", path));
    if (feather != DEFAULT_FEATHER) {
      line.add("feather", feather);
    }
    return line.toString();
  }
}
