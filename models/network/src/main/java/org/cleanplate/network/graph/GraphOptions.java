package org.cleanplate.network.graph;

import java.util.Set;
import org.cleanplate.MattingException;

/**
 * What a graph is built for; everything else is an input of a run.
 *
 * @param width of the frame in pixels
 * @param height of the frame in pixels
 * @param input the layout of frame and plate
 * @param backboneScale size of the coarse pass against the frame, over 0 and up to 1
 * @param refinement which blocks are refined
 * @param layers the outputs
 * @param paths how blocks may be refined; the result does not depend on it
 */
public record GraphOptions(
    int width,
    int height,
    PixelLayout input,
    double backboneScale,
    RefinementMode refinement,
    Set<Layer> layers,
    RefinementPaths paths) {

  /** Options that leave the path to the frame. */
  public GraphOptions(
      int width,
      int height,
      PixelLayout input,
      double backboneScale,
      RefinementMode refinement,
      Set<Layer> layers) {
    this(width, height, input, backboneScale, refinement, layers, RefinementPaths.ALL);
  }

  public GraphOptions {
    layers = Set.copyOf(layers);
    if (!(backboneScale > 0 && backboneScale <= 1)) {
      throw new MattingException(
          "Backbone scale is "
              + backboneScale
              + ", expected a number over 0 and up to 1, such as 0.25");
    }
  }

  /** The same with other outputs. */
  public GraphOptions withLayers(Set<Layer> other) {
    return new GraphOptions(width, height, input, backboneScale, refinement, other, paths);
  }

  public boolean wants(Layer layer) {
    return layers.contains(layer);
  }

  /** Whether a backdrop is wanted. */
  boolean wantsComposite() {
    return layers.stream().anyMatch(Layer::isComposite);
  }

  public GraphGeometry geometry() {
    return GraphGeometry.of(width, height, backboneScale, refinement != RefinementMode.NONE);
  }
}
