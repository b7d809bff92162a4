package org.cleanplate.training.torch;

import java.util.Arrays;
import org.cleanplate.training.OptimizerPlan;

/** The parts of the network that learn at their own rates. */
enum NetworkPart {
  ENCODER("backbone."),
  ASPP("aspp."),
  /** The decoder's last convolution: the coarse matte, and the hidden channels for the refiner. */
  HEAD("decoder.conv4."),
  DECODER("decoder."),
  REFINER("refiner.");

  private final String prefix;

  NetworkPart(String prefix) {
    this.prefix = prefix;
  }

  /** The part that a parameter belongs to. */
  static NetworkPart of(String parameter) {
    return Arrays.stream(values())
        .filter(part -> parameter.startsWith(part.prefix))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No part of the network: " + parameter));
  }

  double rate(OptimizerPlan plan) {
    return switch (this) {
      case ENCODER -> plan.encoderRate();
      case ASPP -> plan.asppRate();
      case HEAD, DECODER -> plan.decoderRate();
      case REFINER -> plan.refinerRate();
    };
  }
}
