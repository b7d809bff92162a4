package org.cleanplate.training.torch;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Strength of edges: the length of Sobel's gradient, kernels divided by 8, the border repeated, as
 * kornia computes it for the published losses.
 */
final class SobelMagnitude {
  /** Keeps the square root's gradient finite on flat ground. */
  private static final double EPSILON = 1e-6;

  private static final float[] KERNELS = {
    -1, 0, 1, -2, 0, 2, -1, 0, 1,
    -1, -2, -1, 0, 0, 0, 1, 2, 1
  };

  private final Tensor kernels;

  SobelMagnitude(Device device) {
    kernels = Tensors.keep(Tensors.of(KERNELS, device, 2, 1, 3, 3).div(new Scalar(8.0)));
  }

  /** Of one channel, {@code [batch, 1, height, width]}. */
  Tensor of(Tensor x) {
    Tensor padded = torch.replication_pad2d(x, 1, 1, 1, 1);
    Tensor gradient = torch.conv2d(padded, kernels);
    Tensor squared = gradient.mul(gradient).sum(new long[] {1}, true, new ScalarTypeOptional());
    return squared.add(new Scalar(EPSILON)).sqrt();
  }
}
