package org.cleanplate.network.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A value of the graph as the network sees it: {@code [batch, stored channels, height, width]}
 * floats. Or in cells: the pixels of every two by two, row by row, lie side by side as channels,
 * {@code [batch, stored channels, height / 2, width / 2]}.
 *
 * <p>Some values are written to the graph only when they are used as they are: a convolution, so
 * that a batch normalisation behind it can still change its filters, joined channels and doubled
 * pixels, since a convolution may rather take what they are made of.
 */
final class FeatureMap {
  /** Side of a cell in pixels. */
  static final int CELL = 2;

  private final List<ChannelMap> cell;
  private final int height;
  private final int width;
  private final PendingValue pending;
  private String name;

  private FeatureMap(
      String name, PendingValue pending, List<ChannelMap> cell, int height, int width) {
    this.name = name;
    this.pending = pending;
    this.cell = cell;
    this.height = height;
    this.width = width;
  }

  static FeatureMap of(String name, ChannelMap channels, int height, int width) {
    return new FeatureMap(name, null, List.of(channels), height, width);
  }

  /**
   * The result of a convolution.
   *
   * @param cell where the channels of each of a cell's pixels lie; of a single one, if the map is
   *     not in cells
   */
  static FeatureMap pending(PendingConv conv, List<ChannelMap> cell, int height, int width) {
    return new FeatureMap(null, conv, List.copyOf(cell), height, width);
  }

  /** Several maps of one size as one. */
  static FeatureMap joined(List<FeatureMap> maps) {
    FeatureMap first = maps.get(0);
    if (maps.size() == 1) {
      return first;
    }
    if (!maps.stream().allMatch(first::sameSizeAs)) {
      throw new IllegalArgumentException("The maps to join differ in size");
    }
    List<FeatureMap> parts = new ArrayList<>();
    maps.forEach(map -> parts.addAll(map.parts()));
    ChannelMap channels = ChannelMap.concat(maps.stream().map(FeatureMap::channels).toList());
    JoinedChannels join = new JoinedChannels(List.copyOf(parts));
    return new FeatureMap(null, join, List.of(channels), first.height, first.width);
  }

  /** Every pixel twice in both directions. */
  static FeatureMap doubled(FeatureMap map) {
    return new FeatureMap(
        null, new DoubledPixels(map), map.cell, CELL * map.height, CELL * map.width);
  }

  /** Twice the size in both directions, bilinearly. */
  static FeatureMap enlarged(FeatureMap map) {
    return new FeatureMap(null, new EnlargedPixels(map), map.cell, 2 * map.height, 2 * map.width);
  }

  /** Another value of the same layout. */
  FeatureMap withValue(String value) {
    return new FeatureMap(value, null, cell, height, width);
  }

  /** The same layout as the result of another convolution. */
  FeatureMap withConv(PendingConv conv) {
    return new FeatureMap(null, conv, cell, height, width);
  }

  /** The layout of a pixel; in cells, of the upper left one. */
  ChannelMap channels() {
    return cell.get(0);
  }

  /** The layout of each pixel of a cell; of the only one, if the map is not in cells. */
  List<ChannelMap> cell() {
    return cell;
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
    return pending instanceof JoinedChannels joined ? joined.parts() : List.of(this);
  }

  /** Does the same to every map that this one was joined of, and joins the results. */
  FeatureMap eachPart(UnaryOperator<FeatureMap> change) {
    return joined(parts().stream().map(change).toList());
  }

  /** This map in cells, if it is or if that is free: doubled pixels are cells of four alike. */
  Optional<FeatureMap> inCells() {
    if (cell.size() > 1) {
      return Optional.of(this);
    }
    if (pending instanceof DoubledPixels doubled && doubled.map().cell.size() == 1) {
      List<ChannelMap> alike = List.of(channels(), channels(), channels(), channels());
      return Optional.of(
          new FeatureMap(doubled.map().name, doubled.map().pending, alike, height, width));
    }
    return Optional.empty();
  }

  /** What this map was enlarged twofold from, if it was. */
  Optional<FeatureMap> beforeEnlarging() {
    return pending instanceof EnlargedPixels enlarged
        ? Optional.of(enlarged.map())
        : Optional.empty();
  }

  /** The convolution behind this value while it can still be changed. */
  PendingConv pendingConv() {
    if (pending instanceof PendingConv conv && name == null) {
      return conv;
    }
    throw new IllegalStateException("The convolution is already written, or there is none");
  }

  /** The value's name in the graph; writes it there if that is still to be done. */
  String name(GraphBuilder graph) {
    if (name == null) {
      name = pending.write(graph);
    }
    return name;
  }
}
