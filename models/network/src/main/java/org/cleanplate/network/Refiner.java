package org.cleanplate.network;

import java.util.List;

/**
 * The refiner (paper, section 4): two convolutions at half resolution, two at full. Without padding
 * of its own, so it serves a window around a block and the whole image alike.
 */
public final class Refiner {
  private final List<Integer> channels;
  private final int kernel;

  public Refiner(Architecture architecture) {
    channels = architecture.refinerChannels();
    kernel = architecture.refinerKernel();
  }

  /** Full-resolution pixels that a block's window reaches beyond the block: 0 or 2. */
  public int fullMargin() {
    return kernel - 1;
  }

  /**
   * Half-resolution pixels that a block's window reaches beyond the block: 0 or 3, so that after
   * two convolutions one is left to become the full-resolution margin.
   */
  public int halfMargin() {
    return kernel == 3 ? 3 : 0;
  }

  /**
   * The half-resolution part.
   *
   * @param x hidden channels, alpha, foreground residual, source, plate
   * @param border zeros to put round {@code x} first
   */
  public <T> T half(Ops<T> ops, T x, int border) {
    return layer(ops, layer(ops, x, 1, border), 2, 0);
  }

  /**
   * The full-resolution part.
   *
   * @param x the upsampled result of {@link #half}, source, plate
   * @return 4 channels: alpha and foreground residual, unclamped
   */
  public <T> T full(Ops<T> ops, T x) {
    ConvGeometry last = ConvGeometry.valid(4, kernel).withBias();
    return ops.conv(layer(ops, x, 3, 0), "refiner.conv4", last);
  }

  /**
   * The whole image at once: at every block equal to {@link #half} and {@link #full} on that
   * block's window.
   *
   * @param coarse hidden channels, alpha, foreground residual at half resolution
   * @param halfImages source and plate at half resolution, 6 channels
   * @param fullImages source and plate, 6 channels
   * @return as {@link #full}, at full resolution
   */
  public <T> T dense(Ops<T> ops, T coarse, T halfImages, T fullImages) {
    T x = half(ops, ops.concat(List.of(coarse, halfImages)), halfMargin());
    T images = ops.zeroPad(fullImages, fullMargin());
    return full(ops, ops.concat(List.of(ops.upsampleNearest(x), images)));
  }

  private <T> T layer(Ops<T> ops, T x, int number, int border) {
    ConvGeometry geometry =
        ConvGeometry.valid(channels.get(number - 1), kernel).withPadding(border);
    T y = ops.conv(x, "refiner.conv" + number, geometry);
    return ops.relu(ops.batchNorm(y, "refiner.bn" + number));
  }
}
