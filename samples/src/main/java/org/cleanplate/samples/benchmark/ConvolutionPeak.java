package org.cleanplate.samples.benchmark;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.ByteString;
import java.util.Map;

/**
 * What one core computes at best in the runtime: a convolution that is large enough for nothing
 * else to count.
 */
final class ConvolutionPeak {
  private static final int CHANNELS = 256;
  private static final int SIDE = 64;
  private static final int TAPS = 9;
  private static final int RUNS = 20;
  private static final int IR_VERSION = 8;
  private static final int OPSET = 18;

  private ConvolutionPeak() {}

  /** Billions of operations a second, a multiply-add being two; the best of several runs. */
  static double gigaflops() throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = RuntimeOptions.oneThread();
        OrtSession session = environment.createSession(model(), options);
        OnnxTensor x = OnnxTensor.createTensor(environment, new float[1][CHANNELS][SIDE][SIDE])) {
      long least = Long.MAX_VALUE;
      for (int i = 0; i < RUNS; i++) {
        long start = CpuClock.threadNanos();
        session.run(Map.of("x", x)).close();
        least = Math.min(least, CpuClock.threadNanos() - start);
      }
      return 2.0 * CHANNELS * CHANNELS * TAPS * (SIDE - 2) * (SIDE - 2) / least;
    }
  }

  private static byte[] model() {
    TensorProto weights =
        TensorProto.newBuilder()
            .setName("w")
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .addDims(CHANNELS)
            .addDims(CHANNELS)
            .addDims(3)
            .addDims(3)
            .setRawData(ByteString.copyFrom(new byte[CHANNELS * CHANNELS * TAPS * Float.BYTES]))
            .build();
    NodeProto convolution =
        NodeProto.newBuilder().setOpType("Conv").addInput("x").addInput("w").addOutput("y").build();
    GraphProto graph =
        GraphProto.newBuilder()
            .setName("peak")
            .addNode(convolution)
            .addInitializer(weights)
            .addInput(map("x", SIDE))
            .addOutput(map("y", SIDE - 2))
            .build();
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private static ValueInfoProto map(String name, int side) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int axis : new int[] {1, CHANNELS, side, side}) {
      shape.addDimBuilder().setDimValue(axis);
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(shape)))
        .build();
  }
}
