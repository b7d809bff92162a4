package org.cleanplate.imagej.parameters;

import java.util.Locale;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.match.MatchMode;
import org.cleanplate.plate.match.MatchedPlate;
import org.cleanplate.plate.match.ShadedPlate;

/** The values of {@code match=}: whether the background gets the light of each frame. */
public enum MatchChoice {
  /**
   * {@link #SHADOWS} for a picture taken on its own, {@link #OFF} for one made of the source, whose
   * light it has.
   */
  AUTO,
  OFF,
  /** One gain and one offset a channel. */
  GAIN,
  /** A gain that changes slowly over the picture. */
  FIELD,
  /** As {@link #GAIN}, and the shadows that fall on the background. */
  SHADOWS;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MacroKey macroKey() {
    return new MacroKey(
        "match",
        "auto|gain|field|shadows|off",
        "how to bring exposure, white balance and shadows of the background to each frame's;"
            + " default auto: shadows for an image or a file, off for the source's own");
  }

  static MatchChoice read(MacroOptions options) {
    return options.choice("match", MatchChoice.class, MatchChoice::key).orElse(AUTO);
  }

  void write(MacroLine line) {
    if (this != AUTO) {
      line.add("match", key());
    }
  }

  /**
   * The plate as this asks for it.
   *
   * @param plate aligned already
   * @param background where it comes from
   */
  public PlateModel applyTo(PlateModel plate, BackgroundChoice background) {
    return switch (this) {
      case AUTO ->
          (background instanceof BackgroundChoice.Named ? SHADOWS : OFF).applyTo(plate, background);
      case OFF -> plate;
      case GAIN -> new MatchedPlate(plate, MatchMode.GAIN);
      case FIELD -> new MatchedPlate(plate, MatchMode.FIELD);
      case SHADOWS -> new ShadedPlate(new MatchedPlate(plate, MatchMode.GAIN));
    };
  }
}
