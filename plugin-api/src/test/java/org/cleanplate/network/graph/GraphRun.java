package org.cleanplate.network.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;

/** A graph of two values that should be alike, each computed from one map of random pixels. */
final class GraphRun {
  private static final String INPUT = "x";

  private final Random random = new Random(1);
  private final GraphBuilder graph = new GraphBuilder("test");
  private final FeatureMap input;

  GraphRun(int channels, int height, int width) {
    graph.input(INPUT, DataType.FLOAT, 1, channels, height, width);
    input = FeatureMap.of(INPUT, ChannelMap.identity(channels), height, width);
  }

  GraphBuilder graph() {
    return graph;
  }

  FeatureMap input() {
    return input;
  }

  /** Normally distributed numbers. */
  float[] normal(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** A filter of three by three taps and its biases, both normally distributed. */
  float[][] filter(int outputs) {
    float[][] filter = new float[outputs][];
    for (int o = 0; o < outputs; o++) {
      filter[o] = normal(input.channels().stored() * 9);
    }
    return filter;
  }

  /**
   * Fails if a value differs.
   *
   * @param like the size of both
   */
  void assertAlike(String expected, String found, FeatureMap like, double tolerance)
      throws OrtException {
    int channels = like.channels().stored();
    long[] shape = {1, input.channels().stored(), input.height(), input.width()};
    graph.output("expected", expected, DataType.FLOAT, 1, channels, like.height(), like.width());
    graph.output("found", found, DataType.FLOAT, 1, channels, like.height(), like.width());
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    float[] pixels = normal((int) (shape[1] * shape[2] * shape[3]));
    try (OrtSession session = environment.createSession(graph.toModel());
        OnnxTensor x = OnnxTensor.createTensor(environment, FloatBuffer.wrap(pixels), shape);
        Result result = session.run(Map.of(INPUT, x))) {
      FloatBuffer expectedValues = values(result, "expected");
      FloatBuffer foundValues = values(result, "found");
      assertEquals(channels * like.height() * like.width(), foundValues.remaining());
      for (int i = 0; i < expectedValues.remaining(); i++) {
        assertEquals(expectedValues.get(i), foundValues.get(i), tolerance, "value " + i);
      }
    }
  }

  private static FloatBuffer values(Result result, String name) {
    return ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
  }
}
