package org.cleanplate.engine;

import org.cleanplate.network.graph.Precision;

/** The floats that a user wants the network computed in. */
public enum PrecisionChoice {
  /** 16 bits on a GPU, where they are much faster, 32 on a CPU, where they are not. */
  AUTO("auto"),
  FP32("fp32"),
  /**
   * On a CPU too, so that a macro made for a GPU runs without one; weights are rounded to 16 bits
   * there, but the runtime computes in 32 and no faster.
   */
  FP16("fp16");

  private final String key;

  PrecisionChoice(String key) {
    this.key = key;
  }

  /** As macros write it. */
  public String key() {
    return key;
  }

  /** What it comes to on a device. */
  public Precision on(boolean gpu) {
    return switch (this) {
      case AUTO -> gpu ? Precision.FP16 : Precision.FP32;
      case FP32 -> Precision.FP32;
      case FP16 -> Precision.FP16;
    };
  }
}
