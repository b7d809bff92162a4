package org.cleanplate.training.torch;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Difference of two pictures at 5 levels of detail (Hou and Liu 2019), as the Paddle reproduction
 * has it: Gaussian of sigma 1 on 5x5, border repeated, halving by averages of 2x2.
 */
final class LaplacianPyramid {
  private static final int LEVELS = 5;
  private static final int RADIUS = 2;

  private final Tensor gaussian;

  LaplacianPyramid(Device device) {
    int side = 2 * RADIUS + 1;
    float[] kernel = new float[side * side];
    double sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      int x = i % side - RADIUS;
      int y = i / side - RADIUS;
      kernel[i] = (float) Math.exp(-(x * x + y * y) / 2.0);
      sum += kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= (float) sum;
    }
    gaussian = Tensors.keep(Tensors.of(kernel, device, 1, 1, side, side));
  }

  /**
   * Sum over the levels of the mean absolute difference, and over what is left above them. A
   * picture under 32 pixels has fewer levels: those that it can be halved to.
   *
   * @param a one channel, {@code [batch, 1, height, width]}
   */
  Tensor difference(Tensor a, Tensor b) {
    // Every level is linear in the picture: the pyramids' difference is the difference's pyramid.
    Tensor rest = a.sub(b);
    Tensor sum = torch.zeros_like(rest.mean());
    for (int level = 0; level < LEVELS && canBeHalved(rest); level++) {
      Tensor padded = torch.replication_pad2d(rest, RADIUS, RADIUS, RADIUS, RADIUS);
      Tensor smooth = torch.conv2d(padded, gaussian);
      sum = sum.add(rest.sub(smooth).abs().mean());
      rest = torch.avg_pool2d(smooth, 2, 2);
    }
    return sum.add(rest.abs().mean());
  }

  private static boolean canBeHalved(Tensor x) {
    return Math.min(x.size(2), x.size(3)) >= 2;
  }
}
