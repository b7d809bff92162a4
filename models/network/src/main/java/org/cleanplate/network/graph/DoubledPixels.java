package org.cleanplate.network.graph;

import static org.cleanplate.network.graph.GraphBuilder.attribute;

import java.util.List;

/**
 * A map with every pixel twice in both directions. A convolution may rather read the map itself.
 */
record DoubledPixels(FeatureMap map) implements PendingValue {

  @Override
  public String write(GraphBuilder graph) {
    return graph.node(
        "Resize",
        List.of(map.name(graph), "", graph.exact().floats(new float[] {1, 1, 2, 2}, 4)),
        attribute("mode", "nearest"),
        attribute("coordinate_transformation_mode", "asymmetric"),
        attribute("nearest_mode", "floor"));
  }
}
