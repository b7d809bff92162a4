package org.cleanplate.imagej.parameters;

import java.util.List;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;

/**
 * What else there is to say about the clean plate, besides where it comes from and how it is
 * aligned.
 *
 * @param match how the plate gets the light of each frame
 */
public record PlateOptions(MatchChoice match) {
  public static final PlateOptions DEFAULT = new PlateOptions(MatchChoice.AUTO);

  static List<MacroKey> keys() {
    return List.of(MatchChoice.macroKey());
  }

  static PlateOptions read(MacroOptions options) {
    return new PlateOptions(MatchChoice.read(options));
  }

  void write(MacroLine line) {
    match.write(line);
  }
}
