package org.cleanplate.network;

import java.util.List;
import java.util.Locale;

/** The encoders of the paper (section 4) and the shape of what they hand to the decoder. */
public enum Backbone {
  MOBILENETV2(List.of(32, 24, 16), 320, List.of()),
  RESNET50(List.of(512, 256, 64), 2048, List.of(3, 4, 6, 3)),
  RESNET101(List.of(512, 256, 64), 2048, List.of(3, 4, 23, 3));

  private final List<Integer> skipChannels;
  private final int featureChannels;
  private final List<Integer> blocksPerLayer;

  Backbone(List<Integer> skipChannels, int featureChannels, List<Integer> blocksPerLayer) {
    this.skipChannels = skipChannels;
    this.featureChannels = featureChannels;
    this.blocksPerLayer = blocksPerLayer;
  }

  /** Channels of the three shortcuts at 1/8, 1/4 and 1/2 of the size, for width 1. */
  public List<Integer> skipChannels() {
    return skipChannels;
  }

  /** Channels of the deepest feature map, for width 1. */
  public int featureChannels() {
    return featureChannels;
  }

  /** Bottleneck blocks in each of the four layers of a ResNet; empty for MobileNetV2. */
  public List<Integer> blocksPerLayer() {
    return blocksPerLayer;
  }

  /** The name in files and user interfaces: {@code mobilenetv2}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
