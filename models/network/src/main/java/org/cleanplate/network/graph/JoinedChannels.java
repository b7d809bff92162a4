package org.cleanplate.network.graph;

import java.util.List;

/**
 * Several maps of one size, their channels behind each other. A convolution may rather take the
 * parts one by one.
 */
record JoinedChannels(List<FeatureMap> parts) implements PendingValue {

  @Override
  public String write(GraphBuilder graph) {
    return graph.concat(1, parts.stream().map(part -> part.name(graph)).toList());
  }
}
