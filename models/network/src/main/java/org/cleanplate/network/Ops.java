package org.cleanplate.network;

import java.util.List;

/**
 * The vocabulary the network is written in. An interpreter decides what a {@code T} is: a value of
 * an ONNX graph, a tensor with gradients, or just a shape to count with. Every {@code T} is a
 * feature map {@code [batch, channels, height, width]}.
 *
 * <p>Parameters are named as in the published checkpoints; an interpreter looks them up, so the
 * network itself holds none.
 */
public interface Ops<T> {

  /** Channels of a feature map. */
  int channels(T x);

  /** Convolution with {@code name.weight} and, if the geometry says so, {@code name.bias}. */
  T conv(T x, String name, ConvGeometry geometry);

  /** Batch normalisation, eps 1e-5, with {@code name.weight, bias, running_mean, running_var}. */
  T batchNorm(T x, String name);

  /** max(x, 0). */
  T relu(T x);

  /** min(max(x, 0), 6). */
  T relu6(T x);

  /** min(max(x, 0), 1). */
  T clampToUnit(T x);

  /** Random zeros while training, else {@code x}. */
  T dropout(T x, double probability);

  T add(T a, T b);

  /** Joins channels. */
  T concat(List<T> xs);

  /** Channels {@code first} to {@code first + count - 1}. */
  T slice(T x, int first, int count);

  /** Maximum over 3x3, stride 2, padding 1. */
  T maxPool(T x);

  /** Mean over the whole map: {@code [batch, channels, 1, 1]}. */
  T globalAverage(T x);

  /** Repeats a 1x1 map over the size of {@code like}. */
  T broadcast(T x, T like);

  /** Bilinear, pixel centres at .5, no antialias, to the size of {@code like}. */
  T resizeBilinear(T x, T like);

  /** Every pixel twice in both directions. */
  T upsampleNearest(T x);

  /** A border of zeros. */
  T zeroPad(T x, int pixels);
}
