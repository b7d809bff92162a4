package org.cleanplate.imagej.parameters;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroOptions;

/** Whether copies are made of the frames of a video that lie far behind a key frame. */
public enum JumpChoice {
  /** If that takes little time and place. */
  AUTO,
  /** However long it takes. */
  FAST,
  /** None: a far jump decodes all from its key frame on. */
  PLAIN;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MacroKey macroKey() {
    return new MacroKey(
        "jumps",
        Arrays.stream(values()).map(JumpChoice::key).collect(Collectors.joining("|")),
        "fast keeps temporary copies of the frames far behind a key frame, so that any frame is"
            + " there at once; default auto: where that takes little");
  }

  static JumpChoice read(MacroOptions options) {
    return options.choice("jumps", JumpChoice.class, JumpChoice::key).orElse(AUTO);
  }
}
