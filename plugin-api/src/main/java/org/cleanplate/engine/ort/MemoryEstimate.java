package org.cleanplate.engine.ort;

import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.GraphMemory;
import org.cleanplate.network.graph.GraphOptions;

/**
 * What a session takes before it is opened.
 *
 * @param model its weights and activations are counted
 */
record MemoryEstimate(MattingModel model) {

  /** A published file holds its own graph; the authors' largest, ResNet-50, at their HD scale. */
  private static final long PUBLISHED_BYTES_PER_PIXEL = 360;

  long bytes(GraphOptions options) {
    if (model instanceof MattingModel.Network network) {
      return GraphMemory.bytes(network.architecture(), options);
    }
    return PUBLISHED_BYTES_PER_PIXEL * options.width() * options.height();
  }
}
