package org.cleanplate.imagej.parameters;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;

/**
 * Whether the matte is drawn on the source.
 *
 * @param style empty to draw nothing
 * @param onCopy whether on a copy of the source instead
 */
public record OverlayChoice(Optional<Style> style, boolean onCopy) {
  public static final OverlayChoice NONE = new OverlayChoice(Optional.empty(), false);

  /** How it is drawn. */
  public enum Style {
    /** The outline of each part of the mask. */
    OUTLINE,
    /** Alpha as a translucent colour. */
    ALPHA;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static List<MacroKey> keys() {
    return List.of(
        new MacroKey(
            "overlay",
            "outline|alpha",
            "draws the matte on the source, in an overlay that Image>Overlay>Remove takes off"),
        MacroKey.flag("overlay_copy", "draws the overlay on a copy of the source"));
  }

  static OverlayChoice read(MacroOptions options) {
    Optional<Style> style = options.choice("overlay", Style.class, Style::key);
    if (style.isEmpty()) {
      options.refuse("overlay_copy", "without overlay=");
    }
    return new OverlayChoice(style, options.has("overlay_copy"));
  }

  void write(MacroLine line) {
    style.ifPresent(chosen -> line.add("overlay", chosen.key()));
    line.flag("overlay_copy", onCopy);
  }
}
