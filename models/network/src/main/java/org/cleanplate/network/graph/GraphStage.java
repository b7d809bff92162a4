package org.cleanplate.network.graph;

import java.util.Locale;

/** The parts of a frame's way; the name of every node starts with {@link #prefix()}. */
public enum GraphStage {
  /** The host's pixels in, and shrunk. */
  INPUT,
  BACKBONE,
  ASPP,
  DECODER,
  /** Selection and all that follows it at full size, unrefined pixels included. */
  REFINER,
  /** The layers in the host's pixels. */
  OUTPUT;

  public String prefix() {
    return name().toLowerCase(Locale.ROOT) + "/";
  }

  /** The stage that a parameter belongs to: {@code aspp.project.0} to {@link #ASPP}. */
  static GraphStage ofParameter(String name) {
    return valueOf(name.substring(0, name.indexOf('.')).toUpperCase(Locale.ROOT));
  }
}
