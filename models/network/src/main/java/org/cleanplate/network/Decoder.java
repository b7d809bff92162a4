package org.cleanplate.network;

import java.util.List;

/**
 * Brings the features back to the input's size, one shortcut at a time.
 *
 * @param channels after the first three convolutions
 * @param outputs channels of the result
 */
record Decoder(List<Integer> channels, int outputs) {

  /** All but the last convolution. */
  <T> T features(Ops<T> ops, T context, EncoderFeatures<T> features) {
    T x = step(ops, context, features.eighth(), 1);
    x = step(ops, x, features.quarter(), 2);
    x = step(ops, x, features.half(), 3);
    return upsampleAndJoin(ops, x, features.full());
  }

  /** The last convolution, on the result of {@link #features}. */
  <T> T predict(Ops<T> ops, T features) {
    return ops.conv(features, "decoder.conv4", ConvGeometry.same(outputs, 3).withBias());
  }

  private <T> T step(Ops<T> ops, T x, T shortcut, int number) {
    ConvGeometry geometry = ConvGeometry.same(channels.get(number - 1), 3);
    T y = ops.conv(upsampleAndJoin(ops, x, shortcut), "decoder.conv" + number, geometry);
    return ops.relu(ops.batchNorm(y, "decoder.bn" + number));
  }

  private static <T> T upsampleAndJoin(Ops<T> ops, T x, T shortcut) {
    return ops.concat(List.of(ops.resizeBilinear(x, shortcut), shortcut));
  }
}
