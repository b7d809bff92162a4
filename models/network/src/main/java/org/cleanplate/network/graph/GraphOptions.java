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
 * @param form how the graph is laid out; the result does not depend on it, but for rounding
 */
public record GraphOptions(
    int width,
    int height,
    PixelLayout input,
    double backboneScale,
    RefinementMode refinement,
    Set<Layer> layers,
    GraphForm form) {

  /** Options for a CPU that leave the way to refine to the frame. */
  public GraphOptions(
      int width,
      int height,
      PixelLayout input,
      double backboneScale,
      RefinementMode refinement,
      Set<Layer> layers) {
    this(width, height, input, backboneScale, refinement, layers, GraphForm.ADAPTIVE);
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
    return new GraphOptions(width, height, input, backboneScale, refinement, other, form);
  }

  public boolean wants(Layer layer) {
    return layers.contains(layer);
  }

  /** Whether a backdrop is wanted. */
  boolean wantsComposite() {
    return layers.stream().anyMatch(Layer::isComposite);
  }

  /** The floats that the network is computed in. */
  public Precision precision() {
    return form instanceof GraphForm.Static fixed ? fixed.precision() : Precision.FP32;
  }

  /** How many blocks are sampled, if that is fixed; else 0. */
  int sampleBlocks() {
    return form instanceof GraphForm.Static fixed ? fixed.sampleBlocks() : 0;
  }

  boolean isStatic() {
    return form instanceof GraphForm.Static;
  }

  public GraphGeometry geometry() {
    return GraphGeometry.of(width, height, backboneScale, refinement != RefinementMode.NONE);
  }
}
