package org.cleanplate.network.graph;

/**
 * A value of the graph as the network sees it: {@code [batch, stored channels, height, width]}
 * floats.
 *
 * <p>A convolution is not written to the graph before its value is used, so that a batch
 * normalisation behind it can still change its filters.
 */
final class FeatureMap {
  private final ChannelMap channels;
  private final int height;
  private final int width;
  private final PendingConv pending;
  private String name;

  private FeatureMap(String name, PendingConv pending, ChannelMap channels, int height, int width) {
    this.name = name;
    this.pending = pending;
    this.channels = channels;
    this.height = height;
    this.width = width;
  }

  static FeatureMap of(String name, ChannelMap channels, int height, int width) {
    return new FeatureMap(name, null, channels, height, width);
  }

  static FeatureMap pending(PendingConv conv, ChannelMap channels, int height, int width) {
    return new FeatureMap(null, conv, channels, height, width);
  }

  ChannelMap channels() {
    return channels;
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  boolean sameSizeAs(FeatureMap other) {
    return height == other.height && width == other.width;
  }

  /** The convolution behind this value while it can still be changed. */
  PendingConv pendingConv() {
    if (pending == null || name != null) {
      throw new IllegalStateException("The convolution is already written, or there is none");
    }
    return pending;
  }

  /** The value's name in the graph; writes the convolution if that is still to be done. */
  String name(GraphBuilder graph) {
    if (name == null) {
      name = pending.write(graph);
    }
    return name;
  }
}
