package org.cleanplate.network.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/** The floats that a network is computed in; pixels enter and leave in the same form with each. */
public enum Precision {
  /** Of 32 bits. */
  FP32(DataType.FLOAT),
  /**
   * Of 16 bits: half the memory to move, and the kind that GPUs multiply fastest. What would suffer
   * is still computed in 32 bits: the choice of blocks, the mean of a whole map, the enlargement of
   * the coarse matte and the last step of a pixel.
   */
  FP16(DataType.FLOAT16);

  private final DataType type;

  Precision(DataType type) {
    this.type = type;
  }

  DataType type() {
    return type;
  }
}
