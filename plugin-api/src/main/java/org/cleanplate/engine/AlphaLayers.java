package org.cleanplate.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cleanplate.network.graph.Layer;

/** The layers that hold the alpha of a frame, for what goes on from there. */
public final class AlphaLayers {
  /** The most precise first. */
  private static final List<Layer> ALPHAS =
      List.of(Layer.ALPHA_FLOAT, Layer.ALPHA_16, Layer.ALPHA_8);

  private AlphaLayers() {}

  /**
   * The most precise alpha among some layers.
   *
   * @param layers of {@link #including}
   */
  public static Layer mostPrecise(Set<Layer> layers) {
    return ALPHAS.stream().filter(layers::contains).findFirst().orElseThrow();
  }

  /** The same layers, and an alpha if there is none among them. */
  public static MattingOptions including(MattingOptions options) {
    if (ALPHAS.stream().anyMatch(options.layers()::contains)) {
      return options;
    }
    Set<Layer> layers = EnumSet.copyOf(options.layers());
    layers.add(Layer.ALPHA_8);
    return options.withLayers(layers);
  }
}
