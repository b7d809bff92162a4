package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.Optional;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.plate.estimate.PlateEstimator;

/**
 * How a plate is estimated from the source.
 *
 * @param frames how many frames to look at for each plate
 * @param range how long one plate holds; empty for the whole source
 * @param blended whether plates of ranges change slowly into each other
 * @param exclusion what not to learn from
 */
public record EstimateChoice(
    int frames, Optional<PlateRange> range, boolean blended, Optional<ExclusionChoice> exclusion) {
  /** One plate from everything. */
  public static final EstimateChoice DEFAULT =
      new EstimateChoice(PlateEstimator.DEFAULT_FRAMES, Optional.empty(), false, Optional.empty());

  /** A median of fewer frames is one of them. */
  public static final int FEWEST_FRAMES = 3;

  private static final List<MacroKey> KEYS =
      List.of(
          new MacroKey(
              "plate_frames",
              "number",
              "frames that an estimated background is made of; default "
                  + PlateEstimator.DEFAULT_FRAMES),
          new MacroKey(
              "plate_range",
              PlateRange.USAGE,
              "an estimated background for each N frames or seconds; default one for all"),
          MacroKey.flag(
              "plate_blend", "the backgrounds of plate_range= change slowly into each other"),
          new MacroKey(
              "plate_exclude",
              "roi|path",
              "pixels not to learn a background from: the selection, or a file of selections"),
          new MacroKey(
              "plate_exclude_frames", "N-M", "frames in which plate_exclude= holds; default all"));

  static List<MacroKey> keys() {
    return KEYS;
  }

  static EstimateChoice read(MacroOptions options) {
    if (options.text("plate_range").isEmpty()) {
      options.refuse("plate_blend", "without plate_range=");
    }
    if (options.text("plate_exclude").isEmpty()) {
      options.refuse("plate_exclude_frames", "without plate_exclude=");
    }
    return new EstimateChoice(
        options.integer("plate_frames", FEWEST_FRAMES).orElse(DEFAULT.frames()),
        options.text("plate_range").map(PlateRange::parse),
        options.has("plate_blend"),
        options
            .text("plate_exclude")
            .map(region -> ExclusionChoice.parse(region, options.text("plate_exclude_frames"))));
  }

  /** Refuses all keys, for a background that is no estimate. */
  static void refuse(MacroOptions options) {
    KEYS.forEach(
        key -> options.refuse(key.name(), "unless the background is estimated: median, quantile"));
  }

  void write(MacroLine line) {
    if (frames != DEFAULT.frames()) {
      line.add("plate_frames", frames);
    }
    range.ifPresent(length -> line.add("plate_range", length.text()));
    line.flag("plate_blend", blended);
    exclusion.ifPresent(
        excluded -> {
          line.add("plate_exclude", excluded.region());
          excluded.frames().ifPresent(frames -> line.add("plate_exclude_frames", frames));
        });
  }
}
