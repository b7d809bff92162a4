package org.cleanplate.engine.ort;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;

/** Lays a tensor over a frame's own buffer: nothing is copied. */
final class FrameTensor {
  private FrameTensor() {}

  static OnnxTensor over(OrtEnvironment environment, Frame frame) throws OrtException {
    OnnxJavaType type =
        switch (frame.format().layout().bytesPerSample()) {
          case 1 -> OnnxJavaType.UINT8;
          case 2 -> OnnxJavaType.INT16;
          default -> OnnxJavaType.FLOAT;
        };
    return OnnxTensor.createTensor(environment, frame.pixels(), shape(frame.format()), type);
  }

  private static long[] shape(FrameFormat format) {
    int channels = format.layout().channels();
    if (channels == 1) {
      return new long[] {format.height(), format.width()};
    }
    return format.layout().packed()
        ? new long[] {format.height(), format.width(), channels}
        : new long[] {channels, format.height(), format.width()};
  }
}
