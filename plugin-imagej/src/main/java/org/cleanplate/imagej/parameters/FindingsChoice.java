package org.cleanplate.imagej.parameters;

import java.util.List;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.matte.MaskOptions;

/**
 * What is found in the mattes besides pictures.
 *
 * @param table whether each frame is measured into a row
 * @param rois whether each connected part is outlined
 * @param mask what counts as one
 */
public record FindingsChoice(boolean table, boolean rois, MaskOptions mask) {
  public static final FindingsChoice NONE = new FindingsChoice(false, false, MaskOptions.DEFAULT);

  static List<MacroKey> keys() {
    return List.of(
        MacroKey.flag(
            "table",
            "a row for each frame: coverage, area, parts, centroid, error, change, time and more;"
                + " with save= a CSV file, which it needs without a display"),
        MacroKey.flag(
            "rois",
            "the outline of each part, added to the ROI Manager; with save= a ZIP file, which they need without a display"),
        new MacroKey(
            "mask_threshold",
            "number",
            "alpha from which a pixel is in the mask, over 0 and up to 1; default "
                + MaskOptions.DEFAULT.threshold()),
        new MacroKey(
            "min_area",
            "number",
            "pixels that a part of the mask has at least; default "
                + MaskOptions.DEFAULT.minAreaPixels()));
  }

  static FindingsChoice read(MacroOptions options) {
    return new FindingsChoice(
        options.has("table"),
        options.has("rois"),
        new MaskOptions(
            options.number("mask_threshold").orElse(MaskOptions.DEFAULT.threshold()),
            options.integer("min_area", 1).orElse(MaskOptions.DEFAULT.minAreaPixels())));
  }

  void write(MacroLine line) {
    line.flag("table", table);
    line.flag("rois", rois);
    if (mask.threshold() != MaskOptions.DEFAULT.threshold()) {
      line.add("mask_threshold", mask.threshold());
    }
    if (mask.minAreaPixels() != MaskOptions.DEFAULT.minAreaPixels()) {
      line.add("min_area", mask.minAreaPixels());
    }
  }
}
