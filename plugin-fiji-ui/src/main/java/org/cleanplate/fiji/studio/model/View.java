package org.cleanplate.fiji.studio.model;

import java.util.Optional;
import org.cleanplate.network.graph.Layer;

/** What the canvas shows of a matted frame. */
public enum View {
  SOURCE("Source", "the frame as it is", Optional.empty()),
  ALPHA("Alpha", "how much of each pixel is the subject", Optional.of(Layer.ALPHA_FLOAT)),
  FOREGROUND(
      "Foreground",
      "the subject's own colour, free of the background",
      Optional.of(Layer.FOREGROUND_8)),
  COMPOSITE("Composite", "the subject over the backdrop", Optional.of(Layer.COMPOSITE_8)),
  CUTOUT("Cut-out", "the subject over a checkerboard", Optional.of(Layer.CUTOUT_8)),
  ERROR("Error", "where the network expects to be wrong", Optional.of(Layer.ERROR_MAP)),
  REGIONS(
      "Refined",
      "what was computed again at full resolution; all else is dimmed",
      Optional.of(Layer.REFINED_REGIONS));

  private final String label;
  private final String help;
  private final Optional<Layer> layer;

  View(String label, String help, Optional<Layer> layer) {
    this.label = label;
    this.help = help;
    this.layer = layer;
  }

  public String label() {
    return label;
  }

  /** What is to be seen, for a tool tip. */
  public String help() {
    return help;
  }

  /** What it is drawn from, besides the frame itself. */
  public Optional<Layer> layer() {
    return layer;
  }
}
