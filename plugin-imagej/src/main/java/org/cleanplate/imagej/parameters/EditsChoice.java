package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.imagej.mask.KeyFrames;
import org.cleanplate.matte.TemporalSmoothing;

/**
 * What is changed in alpha after the network.
 *
 * @param temporalFrames frames on either side that are averaged against flicker; 0 for none
 * @param include what is subject whatever the network says: {@code roi}, {@code overlay}, an image
 *     or a file of regions
 * @param exclude what is background whatever it says
 * @param keyFrames what regions that are set on a slice mean for the slices after it
 */
public record EditsChoice(
    int temporalFrames, Optional<String> include, Optional<String> exclude, KeyFrames keyFrames) {
  public static final EditsChoice NONE =
      new EditsChoice(0, Optional.empty(), Optional.empty(), KeyFrames.HELD);

  private static final String MOVED = "interpolate";
  private static final String ALONE = "slice_only";
  private static final String MASKS = "roi|overlay|title|path";

  public EditsChoice {
    if (temporalFrames < 0 || temporalFrames > TemporalSmoothing.MAX_RADIUS) {
      throw new MattingException(
          "\"temporal\" is "
              + temporalFrames
              + ", expected 0 (off) to "
              + TemporalSmoothing.MAX_RADIUS
              + " frames");
    }
    if (keyFrames != KeyFrames.HELD && include.isEmpty() && exclude.isEmpty()) {
      throw new MattingException(
          "\""
              + (keyFrames == KeyFrames.MOVED ? MOVED : ALONE)
              + "\" has no effect without include_area= or exclude_area=: leave it out");
    }
  }

  static List<MacroKey> keys() {
    return List.of(
        new MacroKey(
            "temporal",
            "number",
            "frames before and after that steady a flickering alpha, 0 to "
                + TemporalSmoothing.MAX_RADIUS
                + "; default 0, off"),
        new MacroKey(
            "include_area",
            MASKS,
            "what is subject at any rate: the selection, the overlay, a mask image or stack, or a"
                + " file of regions"),
        new MacroKey(
            "exclude_area", MASKS, "what is background at any rate, given like include_area="),
        MacroKey.flag(
            MOVED,
            "outlines of include_area= and exclude_area= move evenly from one slice they are set on"
                + " to the next"),
        MacroKey.flag(
            ALONE,
            "a region of include_area= or exclude_area= holds on the slice that it is set on alone,"
                + " not until the next"));
  }

  static EditsChoice read(MacroOptions options) {
    return new EditsChoice(
        options.integer("temporal", 0).orElse(0),
        options.text("include_area"),
        options.text("exclude_area"),
        keyFrames(options));
  }

  private static KeyFrames keyFrames(MacroOptions options) {
    if (options.has(ALONE)) {
      options.refuse(MOVED, "with " + ALONE);
      return KeyFrames.ALONE;
    }
    return options.has(MOVED) ? KeyFrames.MOVED : KeyFrames.HELD;
  }

  void write(MacroLine line) {
    if (temporalFrames > 0) {
      line.add("temporal", temporalFrames);
    }
    include.ifPresent(name -> line.add("include_area", name));
    exclude.ifPresent(name -> line.add("exclude_area", name));
    line.flag(MOVED, keyFrames == KeyFrames.MOVED);
    line.flag(ALONE, keyFrames == KeyFrames.ALONE);
  }
}
