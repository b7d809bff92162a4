package org.cleanplate.network;

import java.util.List;

/**
 * Brings the features back to the input's size, one shortcut at a time.
 *
 * @param channels after the first three convolutions
 * @param outputs channels of the result
 */
record Decoder(List<Integer> channels, int outputs) {

  <T> T forward(Ops<T> ops, T context, EncoderFeatures<T> features) {
    T x = step(ops, context, features.eighth(), 1);
    x = step(ops, x, features.quarter(), 2);
    x = step(ops, x, features.half(), 3);
    ConvGeometry last = ConvGeometry.same(outputs, 3).withBias();
    return ops.conv(upsampleAndJoin(ops, x, features.full()), "decoder.conv4", last);
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
