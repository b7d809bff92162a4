package org.cleanplate.network;

/**
 * All of a square convolution but its numbers.
 *
 * @param outputs output channels
 * @param kernel side of the kernel in pixels
 * @param stride step in pixels
 * @param padding zeros added on every side
 * @param dilation distance of the kernel's taps
 * @param groups 1, or the number of channels for a depthwise convolution
 * @param bias whether there is one
 */
public record ConvGeometry(
    int outputs, int kernel, int stride, int padding, int dilation, int groups, boolean bias) {

  /** Size-keeping convolution without bias. */
  public static ConvGeometry same(int outputs, int kernel) {
    return new ConvGeometry(outputs, kernel, 1, kernel / 2, 1, 1, false);
  }

  /** Convolution without padding or bias. */
  public static ConvGeometry valid(int outputs, int kernel) {
    return new ConvGeometry(outputs, kernel, 1, 0, 1, 1, false);
  }

  public ConvGeometry withStride(int newStride) {
    return new ConvGeometry(outputs, kernel, newStride, padding, dilation, groups, bias);
  }

  public ConvGeometry withPadding(int newPadding) {
    return new ConvGeometry(outputs, kernel, stride, newPadding, dilation, groups, bias);
  }

  /** Spreads the taps and pads so that the size is kept. */
  public ConvGeometry withDilation(int newDilation) {
    return new ConvGeometry(
        outputs, kernel, stride, kernel / 2 * newDilation, newDilation, groups, bias);
  }

  /** Every channel by itself. */
  public ConvGeometry depthwise() {
    return new ConvGeometry(outputs, kernel, stride, padding, dilation, outputs, bias);
  }

  public ConvGeometry withBias() {
    return new ConvGeometry(outputs, kernel, stride, padding, dilation, groups, true);
  }

  /** Output size along one axis. */
  public int outputSize(int inputSize) {
    return (inputSize + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1;
  }
}
