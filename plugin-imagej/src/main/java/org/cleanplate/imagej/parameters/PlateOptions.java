package org.cleanplate.imagej.parameters;

import java.util.ArrayList;
import java.util.List;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;

/**
 * What else there is to say about the clean plate, besides where it comes from and how it is
 * aligned.
 *
 * @param match how the plate gets the light of each frame
 * @param estimate how it is estimated, if it is
 */
public record PlateOptions(MatchChoice match, EstimateChoice estimate) {
  public static final PlateOptions DEFAULT =
      new PlateOptions(MatchChoice.AUTO, EstimateChoice.DEFAULT);

  static List<MacroKey> keys() {
    List<MacroKey> keys = new ArrayList<>();
    keys.add(MatchChoice.macroKey());
    keys.addAll(EstimateChoice.keys());
    return keys;
  }

  /**
   * Reads them.
   *
   * @param background where the plate comes from
   * @throws org.cleanplate.MattingException if one has no effect with that
   */
  static PlateOptions read(MacroOptions options, BackgroundChoice background) {
    if (!(background instanceof BackgroundChoice.Estimated)) {
      EstimateChoice.refuse(options);
    }
    return new PlateOptions(MatchChoice.read(options), EstimateChoice.read(options));
  }

  void write(MacroLine line) {
    match.write(line);
    estimate.write(line);
  }
}
