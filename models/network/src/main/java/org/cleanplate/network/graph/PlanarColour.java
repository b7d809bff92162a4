package org.cleanplate.network.graph;

/** Reads a feature map of a picture as red, green and blue in 0..1, however it is stored. */
final class PlanarColour {
  private PlanarColour() {}

  /** Name of a float {@code [1, 3, height, width]}. */
  static String of(GraphBuilder graph, FeatureMap picture) {
    ChannelMap channels = picture.channels();
    long[] positions = new long[channels.channels()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = channels.positions()[i];
    }
    String picked = graph.gather(picture.name(graph), graph.longs(positions), 1);
    String factors = graph.floats(channels.factors(), 1, positions.length, 1, 1);
    return graph.binary("Mul", picked, factors);
  }
}
