package org.cleanplate.imagej.parameters;

import java.util.Locale;
import java.util.Optional;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.align.AlignedPlate;
import org.cleanplate.plate.align.Motion;

/** The values of {@code align=}: whether and how the background is moved under each frame. */
public enum AlignmentChoice {
  /**
   * {@link #HOMOGRAPHY} for a picture taken on its own, {@link #OFF} for one made of the source:
   * that lies right, or no motion can mend it.
   */
  AUTO,
  OFF,
  TRANSLATION,
  AFFINE,
  HOMOGRAPHY;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MacroKey macroKey() {
    return new MacroKey(
        "align",
        "auto|homography|affine|translation|off",
        "how to move the background under each frame; default auto: homography for an image or a"
            + " file, off for the source's own");
  }

  static AlignmentChoice read(MacroOptions options) {
    return options
        .choice("align", AlignmentChoice.class, AlignmentChoice::key)
        .orElse(AlignmentChoice.AUTO);
  }

  void write(MacroLine line) {
    if (this != AUTO) {
      line.add("align", key());
    }
  }

  /**
   * The plate as this asks for it.
   *
   * @param background where {@code plate} comes from
   */
  public PlateModel applyTo(PlateModel plate, BackgroundChoice background) {
    Optional<Motion> motion =
        switch (this) {
          case AUTO ->
              background instanceof BackgroundChoice.Named
                  ? Optional.of(Motion.HOMOGRAPHY)
                  : Optional.empty();
          case OFF -> Optional.empty();
          case TRANSLATION -> Optional.of(Motion.TRANSLATION);
          case AFFINE -> Optional.of(Motion.AFFINE);
          case HOMOGRAPHY -> Optional.of(Motion.HOMOGRAPHY);
        };
    return motion.isPresent() ? new AlignedPlate(plate, motion.get()) : plate;
  }
}
