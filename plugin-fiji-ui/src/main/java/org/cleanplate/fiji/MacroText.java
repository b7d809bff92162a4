package org.cleanplate.fiji;

import org.cleanplate.imagej.macro.MacroLine;

/** The inputs of a SciJava command as the option string of the ImageJ command. */
final class MacroText {
  private final MacroLine line = new MacroLine();

  /** Adds {@code key=value} unless the value was left empty. */
  MacroText add(String key, String value) {
    if (!value.isBlank()) {
      line.add(key, value);
    }
    return this;
  }

  /** The string, with options appended that the user wrote as in a macro. */
  String with(String... options) {
    return line + " " + String.join(" ", options);
  }
}
