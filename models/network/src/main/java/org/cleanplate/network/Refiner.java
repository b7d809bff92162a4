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

  /** Pixels that the two convolutions of either half take away on each side: 0 or 2. */
  public int margin() {
    return kernel - 1;
  }

  /**
   * The half-resolution part.
   *
   * @param x hidden channels, alpha, foreground residual, source, plate
   */
  public <T> T half(Ops<T> ops, T x) {
    return layer(ops, layer(ops, x, 1), 2);
  }

  /**
   * The full-resolution part.
   *
   * @param x the upsampled result of {@link #half}, source, plate
   * @return 4 channels: alpha and foreground residual, unclamped
   */
  public <T> T full(Ops<T> ops, T x) {
    ConvGeometry last = ConvGeometry.valid(4, kernel).withBias();
    return ops.conv(layer(ops, x, 3), "refiner.conv4", last);
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
    // Zeros round the half-resolution maps as wide as a window reaches beyond its block.
    int halfPadding = kernel == 3 ? 3 : 0;
    T x = ops.zeroPad(ops.concat(List.of(coarse, halfImages)), halfPadding);
    T upsampled = ops.upsampleNearest(half(ops, x));
    return full(ops, ops.concat(List.of(upsampled, ops.zeroPad(fullImages, margin()))));
  }

  private <T> T layer(Ops<T> ops, T x, int number) {
    ConvGeometry geometry = ConvGeometry.valid(channels.get(number - 1), kernel);
    T y = ops.conv(x, "refiner.conv" + number, geometry);
    return ops.relu(ops.batchNorm(y, "refiner.bn" + number));
  }
}
