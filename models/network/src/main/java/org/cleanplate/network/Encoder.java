package org.cleanplate.network;

/** Turns the six input channels into features at five sizes. */
public sealed interface Encoder permits MobileNetV2, ResNet {

  <T> EncoderFeatures<T> forward(Ops<T> ops, T input);

  /** The encoder of an architecture. */
  static Encoder of(Architecture architecture) {
    return switch (architecture.backbone()) {
      case MOBILENETV2 -> new MobileNetV2(architecture);
      case RESNET50, RESNET101 -> new ResNet(architecture.backbone().blocksPerLayer());
    };
  }
}
