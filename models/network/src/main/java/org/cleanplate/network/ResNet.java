package org.cleanplate.network;

import java.util.List;

/**
 * ResNet-50 and -101 (He et al. 2016) in torchvision's layout; the last layer is dilated instead of
 * strided, and the first shortcut is taken before the max-pool.
 *
 * @param blocksPerLayer bottleneck blocks in each of the four layers
 */
record ResNet(List<Integer> blocksPerLayer) implements Encoder {

  private static final int EXPANSION = 4;

  @Override
  public <T> EncoderFeatures<T> forward(Ops<T> ops, T input) {
    ConvGeometry stem = ConvGeometry.same(64, 7).withStride(2);
    T half = convNormRelu(ops, input, "backbone.conv1", "backbone.bn1", stem);
    T quarter = layer(ops, ops.maxPool(half), 1, 64, 1, 1);
    T eighth = layer(ops, quarter, 2, 128, 2, 1);
    T sixteenth = layer(ops, eighth, 3, 256, 2, 1);
    T deepest = layer(ops, sixteenth, 4, 512, 1, 2);
    return new EncoderFeatures<>(input, half, quarter, eighth, deepest);
  }

  private <T> T layer(Ops<T> ops, T x, int number, int width, int stride, int dilation) {
    T y = x;
    for (int block = 0; block < blocksPerLayer.get(number - 1); block++) {
      String name = "backbone.layer" + number + "." + block + ".";
      boolean first = block == 0;
      y = bottleneck(ops, y, name, width, first ? stride : 1, first ? 1 : dilation, first);
    }
    return y;
  }

  private static <T> T bottleneck(
      Ops<T> ops, T x, String name, int width, int stride, int dilation, boolean project) {
    int outputs = width * EXPANSION;
    ConvGeometry middle = ConvGeometry.same(width, 3).withStride(stride).withDilation(dilation);
    T y = convNormRelu(ops, x, name + "conv1", name + "bn1", ConvGeometry.same(width, 1));
    y = convNormRelu(ops, y, name + "conv2", name + "bn2", middle);
    y = ops.conv(y, name + "conv3", ConvGeometry.same(outputs, 1));
    y = ops.batchNorm(y, name + "bn3");
    T shortcut = x;
    if (project) {
      ConvGeometry projection = ConvGeometry.same(outputs, 1).withStride(stride);
      shortcut = ops.conv(x, name + "downsample.0", projection);
      shortcut = ops.batchNorm(shortcut, name + "downsample.1");
    }
    return ops.relu(ops.add(y, shortcut));
  }

  private static <T> T convNormRelu(
      Ops<T> ops, T x, String conv, String norm, ConvGeometry geometry) {
    return ops.relu(ops.batchNorm(ops.conv(x, conv, geometry), norm));
  }
}
