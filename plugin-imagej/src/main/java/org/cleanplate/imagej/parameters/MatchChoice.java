package org.cleanplate.imagej.parameters;

import java.util.Locale;
import java.util.Optional;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.match.MatchMode;
import org.cleanplate.plate.match.MatchedPlate;

/** The values of {@code match=}: whether the background gets the light of each frame. */
public enum MatchChoice {
  /**
   * {@link #GAIN} for a picture taken on its own, {@link #OFF} for one made of the source, whose
   * light it has.
   */
  AUTO,
  OFF,
  GAIN,
  FIELD;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MacroKey macroKey() {
    return new MacroKey(
        "match",
        "auto|gain|field|off",
        "how to bring exposure and white balance of the background to each frame's; default auto:"
            + " gain for an image or a file, off for the source's own");
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
    Optional<MatchMode> mode =
        switch (this) {
          case AUTO ->
              background instanceof BackgroundChoice.Named
                  ? Optional.of(MatchMode.GAIN)
                  : Optional.empty();
          case OFF -> Optional.empty();
          case GAIN -> Optional.of(MatchMode.GAIN);
          case FIELD -> Optional.of(MatchMode.FIELD);
        };
    return mode.isPresent() ? new MatchedPlate(plate, mode.get()) : plate;
  }
}
