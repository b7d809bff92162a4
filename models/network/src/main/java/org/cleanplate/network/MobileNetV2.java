package org.cleanplate.network;

import java.util.ArrayList;
import java.util.List;

/**
 * MobileNetV2 (Sandler et al. 2018) in torchvision's layout, without its last convolution and with
 * the last stride turned into dilation, as the published matting encoder has it.
 *
 * @param architecture for the width multiplier
 */
record MobileNetV2(Architecture architecture) implements Encoder {

  /** expansion, output channels, blocks, stride, dilation after the first block of the stage. */
  private record Stage(int expansion, int outputs, int blocks, int stride, int dilation) {}

  private static final List<Stage> STAGES =
      List.of(
          new Stage(1, 16, 1, 1, 1),
          new Stage(6, 24, 2, 2, 1),
          new Stage(6, 32, 3, 2, 1),
          new Stage(6, 64, 4, 2, 1),
          new Stage(6, 96, 3, 1, 1),
          new Stage(6, 160, 3, 1, 2),
          new Stage(6, 320, 1, 1, 2));

  @Override
  public <T> EncoderFeatures<T> forward(Ops<T> ops, T input) {
    String features = "backbone.features.";
    T x = convNormRelu6(ops, input, features + "0.", stem());
    int index = 1;
    List<T> outputs = new ArrayList<>();
    for (Stage stage : STAGES) {
      for (int block = 0; block < stage.blocks; block++) {
        // The stage whose stride was removed keeps dilation 1 in its first block.
        boolean dilated = block > 0 || stage.blocks == 1;
        x =
            invertedResidual(
                ops,
                x,
                features + index++ + ".conv.",
                stage.expansion,
                architecture.scaled(stage.outputs),
                block == 0 ? stage.stride : 1,
                dilated ? stage.dilation : 1);
      }
      outputs.add(x);
    }
    return new EncoderFeatures<>(input, outputs.get(0), outputs.get(1), outputs.get(2), x);
  }

  private ConvGeometry stem() {
    return ConvGeometry.same(architecture.scaled(32), 3).withStride(2);
  }

  private static <T> T invertedResidual(
      Ops<T> ops, T x, String name, int expansion, int outputs, int stride, int dilation) {
    int inputs = ops.channels(x);
    int hidden = inputs * expansion;
    T y = x;
    int layer = 0;
    if (expansion != 1) {
      y = convNormRelu6(ops, y, name + layer++ + ".", ConvGeometry.same(hidden, 1));
    }
    ConvGeometry depthwise =
        ConvGeometry.same(hidden, 3).depthwise().withStride(stride).withDilation(dilation);
    y = convNormRelu6(ops, y, name + layer++ + ".", depthwise);
    y = ops.conv(y, name + layer++, ConvGeometry.same(outputs, 1));
    y = ops.batchNorm(y, name + layer);
    return stride == 1 && inputs == outputs ? ops.add(x, y) : y;
  }

  private static <T> T convNormRelu6(Ops<T> ops, T x, String name, ConvGeometry geometry) {
    return ops.relu6(ops.batchNorm(ops.conv(x, name + "0", geometry), name + "1"));
  }
}
