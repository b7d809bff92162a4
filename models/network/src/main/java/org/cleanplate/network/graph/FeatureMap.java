package org.cleanplate.network.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A value of the graph as the network sees it: {@code [batch, stored channels, height, width]}
 * floats.
 *
 * <p>Some values are written to the graph only when they are used as they are: a convolution, so
 * that a batch normalisation behind it can still change its filters, and joined channels, since a
 * convolution may rather take the parts one by one.
 */
final class FeatureMap {
  private final ChannelMap channels;
  private final int height;
  private final int width;
  private final PendingConv conv;
  private final List<FeatureMap> parts;
  private String name;

  private FeatureMap(
      String name,
      PendingConv conv,
      List<FeatureMap> parts,
      ChannelMap channels,
      int height,
      int width) {
    this.name = name;
    this.conv = conv;
    this.parts = parts;
    this.channels = channels;
    this.height = height;
    this.width = width;
  }

  static FeatureMap of(String name, ChannelMap channels, int height, int width) {
    return new FeatureMap(name, null, List.of(), channels, height, width);
  }

  static FeatureMap pending(PendingConv conv, ChannelMap channels, int height, int width) {
    return new FeatureMap(null, conv, List.of(), channels, height, width);
  }

  /** Several maps of one size as one. */
  static FeatureMap joined(List<FeatureMap> maps) {
    FeatureMap first = maps.get(0);
    if (!maps.stream().allMatch(first::sameSizeAs)) {
      throw new IllegalArgumentException("The maps to join differ in size");
    }
    List<FeatureMap> parts = new ArrayList<>();
    maps.forEach(map -> parts.addAll(map.parts()));
    ChannelMap channels = ChannelMap.concat(maps.stream().map(FeatureMap::channels).toList());
    return new FeatureMap(null, null, parts, channels, first.height, first.width);
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

  private boolean sameSizeAs(FeatureMap other) {
    return height == other.height && width == other.width;
  }

  /** What this map was joined of; itself if it was not. */
  List<FeatureMap> parts() {
    return parts.isEmpty() ? List.of(this) : parts;
  }

  /** The convolution behind this value while it can still be changed. */
  PendingConv pendingConv() {
    if (conv == null || name != null) {
      throw new IllegalStateException("The convolution is already written, or there is none");
    }
    return conv;
  }

  /** The value's name in the graph; writes it there if that is still to be done. */
  String name(GraphBuilder graph) {
    if (name == null) {
      name =
          conv != null
              ? conv.write(graph)
              : graph.concat(1, parts.stream().map(part -> part.name(graph)).toList());
    }
    return name;
  }
}
