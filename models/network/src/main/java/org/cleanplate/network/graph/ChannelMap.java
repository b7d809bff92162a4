package org.cleanplate.network.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the channels that the network speaks of lie in a tensor: several may share one (grey), some
 * of the tensor may be unused (alpha, padding), and each may be stored in another unit (bytes).
 * Convolutions absorb the difference into their filters, so pixels need not be rearranged.
 *
 * @param stored channels of the tensor
 * @param positions the stored channel of each logical one
 * @param factors logical value = factor times stored value
 */
record ChannelMap(int stored, int[] positions, float[] factors) {

  static ChannelMap identity(int channels) {
    return padded(channels, channels);
  }

  /** The first {@code channels} of {@code stored}; the others are zero. */
  static ChannelMap padded(int channels, int stored) {
    int[] positions = new int[channels];
    Arrays.setAll(positions, i -> i);
    float[] factors = new float[channels];
    Arrays.fill(factors, 1);
    return new ChannelMap(stored, positions, factors);
  }

  /** The same channels for each of several pixels, one pixel behind the other. */
  static List<ChannelMap> sideBySide(int pixels, int channels, int stored) {
    List<ChannelMap> maps = new ArrayList<>();
    for (int pixel = 0; pixel < pixels; pixel++) {
      int first = pixel * channels;
      int[] positions = new int[channels];
      Arrays.setAll(positions, i -> first + i);
      maps.add(of(stored, 1, positions));
    }
    return maps;
  }

  static ChannelMap of(int stored, float factor, int... positions) {
    float[] factors = new float[positions.length];
    Arrays.fill(factors, factor);
    return new ChannelMap(stored, positions, factors);
  }

  int channels() {
    return positions.length;
  }

  /** Without what is stored behind the last channel that is used. */
  ChannelMap trimmed() {
    return new ChannelMap(Arrays.stream(positions).max().orElseThrow() + 1, positions, factors);
  }

  /** The same channels in another unit. */
  ChannelMap scaledBy(float factor) {
    float[] scaled = new float[factors.length];
    for (int i = 0; i < factors.length; i++) {
      scaled[i] = factors[i] * factor;
    }
    return new ChannelMap(stored, positions, scaled);
  }

  boolean equalLayout(ChannelMap other) {
    return stored == other.stored
        && Arrays.equals(positions, other.positions)
        && Arrays.equals(factors, other.factors);
  }

  static ChannelMap concat(List<ChannelMap> maps) {
    int channels = maps.stream().mapToInt(ChannelMap::channels).sum();
    int[] positions = new int[channels];
    float[] factors = new float[channels];
    int next = 0;
    int base = 0;
    for (ChannelMap map : maps) {
      for (int i = 0; i < map.channels(); i++, next++) {
        positions[next] = base + map.positions[i];
        factors[next] = map.factors[i];
      }
      base += map.stored;
    }
    return new ChannelMap(base, positions, factors);
  }
}
