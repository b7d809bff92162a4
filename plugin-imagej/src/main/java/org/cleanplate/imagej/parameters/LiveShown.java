package org.cleanplate.imagej.parameters;

import java.util.Locale;
import org.cleanplate.network.graph.Layer;

/** What the live window shows. */
public enum LiveShown {
  COMPOSITE(Layer.COMPOSITE_8),
  ALPHA(Layer.ALPHA_8),
  FOREGROUND(Layer.FOREGROUND_8);

  private final Layer layer;

  LiveShown(Layer layer) {
    this.layer = layer;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Layer layer() {
    return layer;
  }

  /** The one that comes after this when the key is pressed. */
  public LiveShown next() {
    return values()[(ordinal() + 1) % values().length];
  }
}
