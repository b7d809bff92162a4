package org.cleanplate.imagej.parameters;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.cleanplate.contrast.Stretch;
import org.cleanplate.contrast.UsedRange;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.LayoutConverter;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.estimate.PlateEstimate;
import org.cleanplate.plate.estimate.SourceOpener;
import org.cleanplate.progress.Cancellation;

/** The values of {@code contrast=}: whether pictures of little contrast are shown stretched. */
public enum ContrastChoice {
  /** If frames and background use a third of black to white, or less, in every channel. */
  AUTO,
  OFF;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MacroKey macroKey() {
    return new MacroKey(
        "contrast",
        "auto|off",
        "whether 8-bit and RGB pictures that use a third of black to white, or less, are stretched"
            + " for the network, all frames alike; results keep their colours; default auto");
  }

  static ContrastChoice read(MacroOptions options) {
    return options.choice("contrast", ContrastChoice.class, ContrastChoice::key).orElse(AUTO);
  }

  void write(MacroLine line) {
    if (this != AUTO) {
      line.add("contrast", key());
    }
  }

  /**
   * What frames and background are to be stretched by, the same for the whole run.
   *
   * @param frames opens the frames; 32-bit ones, and grey ones of 16 bits, have black and white of
   *     their own and are left as they are
   * @param plate as it was found; one that changes from frame to frame is left as it is
   * @return empty to leave them as they are
   */
  public Optional<Stretch> find(SourceOpener frames, PlateModel plate, Cancellation cancellation)
      throws IOException {
    Optional<Frame> picture = picture(plate);
    if (this == OFF || picture.isEmpty()) {
      return Optional.empty();
    }
    try (FrameSource source = frames.open()) {
      PixelLayout layout = source.format().layout();
      if (layout.bytesPerSample() > 1 && layout != PixelLayout.RGB_16) {
        return Optional.empty();
      }
      Frame converted = LayoutConverter.convert(picture.get(), layout);
      return UsedRange.of(source, converted, cancellation);
    }
  }

  private static Optional<Frame> picture(PlateModel plate) {
    if (plate instanceof PlateEstimate estimate) {
      return Optional.of(estimate.picture());
    }
    return plate instanceof FixedPlate fixed ? Optional.of(fixed.picture()) : Optional.empty();
  }
}
