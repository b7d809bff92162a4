package org.cleanplate.network.graph;

/** A value that is written to the graph only once it is used as it is. */
sealed interface PendingValue permits PendingConv, JoinedChannels, DoubledPixels, EnlargedPixels {

  /** Writes the nodes and returns the value's name. */
  String write(GraphBuilder graph);
}
