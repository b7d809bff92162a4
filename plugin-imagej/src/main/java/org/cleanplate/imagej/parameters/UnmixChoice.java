package org.cleanplate.imagej.parameters;

import java.util.Locale;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;

/** The values of {@code unmix=}: where the colour of the foreground image comes from. */
public enum UnmixChoice {
  /** {@link #ON} for 16 and 32 bits, which the network's colour would lose; else {@link #OFF}. */
  AUTO,
  /** Solved from frame, plate and alpha where alpha is large; the network's elsewhere. */
  ON,
  /** The network's colour. */
  OFF;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MacroKey macroKey() {
    return new MacroKey(
        "unmix",
        "auto|on|off",
        "whether the foreground is solved from source, background and alpha; default auto: for 16"
            + " and 32 bits");
  }

  static UnmixChoice read(MacroOptions options) {
    return options.choice("unmix", UnmixChoice.class, UnmixChoice::key).orElse(AUTO);
  }

  void write(MacroLine line) {
    if (this != AUTO) {
      line.add("unmix", key());
    }
  }

  /** Whether to solve it for pixels of so many bits a sample. */
  public boolean appliesTo(int bitsPerSample) {
    return this == ON || this == AUTO && bitsPerSample > 8;
  }
}
