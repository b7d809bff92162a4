package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanplate.MattingException;
import org.cleanplate.evaluation.CompositeOptions;
import org.cleanplate.evaluation.PlateNuisances;
import org.cleanplate.evaluation.SizeRange;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;

/**
 * Subjects laid over backgrounds to be measured on.
 *
 * @param backgrounds a folder of photographs
 * @param options size, seed and how the plates are spoilt
 */
public record CompositeChoice(String backgrounds, CompositeOptions options) {
  public static final int DEFAULT_SEED = 1;

  /** The published one. */
  public static final String DEFAULT_SIZE =
      CompositeOptions.DEFAULT_SIDE + "x" + CompositeOptions.DEFAULT_SIDE;

  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

  /** As published: pictures of 2048x2048, plates that are the backgrounds themselves. */
  public static final CompositeOptions DEFAULT_OPTIONS =
      new CompositeOptions(
          CompositeOptions.DEFAULT_SIDE,
          CompositeOptions.DEFAULT_SIDE,
          DEFAULT_SEED,
          SizeRange.PUBLISHED,
          PlateNuisances.NONE);

  static List<MacroKey> keys() {
    return List.of(
        new MacroKey("backgrounds", "folder", "photographs to lay the subjects of fgr over"),
        new MacroKey("size", "WxH", "of the composites; default " + DEFAULT_SIZE),
        new MacroKey("seed", "number", "of placements and backgrounds; default " + DEFAULT_SEED),
        new MacroKey(
            "smallest",
            "number",
            "subject's size, 1 fits the frame; default " + SizeRange.PUBLISHED.least()),
        new MacroKey(
            "largest",
            "number",
            "subject's size, 1 fits the frame; default " + SizeRange.PUBLISHED.most()),
        MacroKey.flag(
            "nuisances", "spoil the plates as a tripod does: shift, noise, exposure, shadows"));
  }

  static Optional<CompositeChoice> read(MacroOptions options) {
    if (!options.has("backgrounds")) {
      List.of("size", "seed", "smallest", "largest", "nuisances")
          .forEach(key -> options.refuse(key, "without backgrounds="));
      return Optional.empty();
    }
    return Optional.of(
        of(
            options.required("backgrounds"),
            options.text("size").orElse(DEFAULT_SIZE),
            options.integer("seed", 0).orElse(DEFAULT_SEED),
            new SizeRange(
                options.number("smallest").orElse(SizeRange.PUBLISHED.least()),
                options.number("largest").orElse(SizeRange.PUBLISHED.most())),
            options.has("nuisances")));
  }

  /**
   * A choice by the user's words.
   *
   * @param size width and height in pixels: {@code 1920x1080}
   * @param nuisances whether the plates are spoilt as a tripod's are
   * @throws MattingException if the size is none
   */
  public static CompositeChoice of(
      String backgrounds, String size, int seed, SizeRange subjects, boolean nuisances) {
    Matcher sides = SIZE.matcher(size.strip());
    if (!sides.matches()) {
      throw new MattingException(
          "\"size\" is \""
              + size
              + "\", expected width x height in pixels, such as "
              + DEFAULT_SIZE);
    }
    return new CompositeChoice(
        backgrounds,
        new CompositeOptions(
            Integer.parseInt(sides.group(1)),
            Integer.parseInt(sides.group(2)),
            seed,
            subjects,
            nuisances ? PlateNuisances.TRIPOD : PlateNuisances.NONE));
  }

  void write(MacroLine line) {
    line.add("backgrounds", backgrounds);
    if (options.width() != CompositeOptions.DEFAULT_SIDE
        || options.height() != CompositeOptions.DEFAULT_SIDE) {
      line.add("size", options.width() + "x" + options.height());
    }
    if (options.seed() != DEFAULT_SEED) {
      line.add("seed", options.seed());
    }
    if (!options.subjects().equals(SizeRange.PUBLISHED)) {
      line.add("smallest", options.subjects().least()).add("largest", options.subjects().most());
    }
    line.flag("nuisances", options.nuisances().equals(PlateNuisances.TRIPOD));
  }
}
