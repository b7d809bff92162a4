package org.cleanplate.imagej.parameters;

import java.util.Locale;
import org.cleanplate.detail.DetailEngine;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;

/** The values of {@code detail=}: who draws hair and edges, where the network is in doubt. */
public enum DetailChoice {
  /** They are solved from frame and background, pixel by pixel. */
  PLATE,
  /** The network's own, as published. */
  NETWORK;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MacroKey macroKey() {
    return new MacroKey(
        "detail",
        "plate|network",
        "who draws hair and edges: the background, from which they are solved pixel by pixel where"
            + " the network is in doubt, or the network; default plate");
  }

  static DetailChoice read(MacroOptions options) {
    return options.choice("detail", DetailChoice.class, DetailChoice::key).orElse(PLATE);
  }

  void write(MacroLine line) {
    if (this != PLATE) {
      line.add("detail", key());
    }
  }

  /** An engine that mattes as this asks for. */
  public MattingEngine over(MattingEngine network) {
    return this == PLATE ? new DetailEngine(network) : network;
  }
}
