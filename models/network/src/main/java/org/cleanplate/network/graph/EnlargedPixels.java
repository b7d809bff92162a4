package org.cleanplate.network.graph;

import static org.cleanplate.network.graph.GraphBuilder.attribute;

import java.util.List;

/**
 * A map enlarged twofold bilinearly, pixel centres at .5. A convolution may rather read the map
 * itself.
 */
record EnlargedPixels(FeatureMap map) implements PendingValue {

  @Override
  public String write(GraphBuilder graph) {
    return graph.node(
        "Resize",
        List.of(map.name(graph), "", graph.exact().floats(new float[] {1, 1, 2, 2}, 4)),
        attribute("mode", "linear"));
  }
}
