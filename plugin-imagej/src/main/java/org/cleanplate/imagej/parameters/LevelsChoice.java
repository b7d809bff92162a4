package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.OptionalDouble;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;

/**
 * The pixel values of 16-bit and 32-bit images taken as black and white; an end that is not given
 * is that of the image's display range.
 */
public record LevelsChoice(OptionalDouble black, OptionalDouble white) {

  /** Both ends from the display range. */
  public static final LevelsChoice DISPLAY_RANGE =
      new LevelsChoice(OptionalDouble.empty(), OptionalDouble.empty());

  public LevelsChoice {
    if (black.isPresent() && white.isPresent() && !(white.getAsDouble() > black.getAsDouble())) {
      throw new MattingException(
          "Levels are black="
              + black.getAsDouble()
              + " and white="
              + white.getAsDouble()
              + ", expected white above black");
    }
  }

  static List<MacroKey> keys() {
    return List.of(
        new MacroKey(
            "black", "number", "pixel value of black, 16-bit and 32-bit; default display minimum"),
        new MacroKey(
            "white", "number", "pixel value of white, 16-bit and 32-bit; default display maximum"));
  }

  static LevelsChoice read(MacroOptions options) {
    return new LevelsChoice(options.number("black"), options.number("white"));
  }

  void write(MacroLine line) {
    black.ifPresent(value -> line.add("black", value));
    white.ifPresent(value -> line.add("white", value));
  }
}
