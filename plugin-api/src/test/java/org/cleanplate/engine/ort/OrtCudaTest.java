package org.cleanplate.engine.ort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import org.cleanplate.engine.gpu.CudaRuntime;
import org.cleanplate.network.graph.TrialGraph;
import org.junit.jupiter.api.Test;

class OrtCudaTest {
  private final OrtCuda cuda = new OrtCuda();

  /** Away from the border, the mean of equal values is that value. */
  @Test
  void theTrialComputesMeans() throws OrtException {
    int side = TrialGraph.SIDE;
    float[] ones = new float[TrialGraph.CHANNELS * side * side];
    Arrays.fill(ones, 3f);
    try (OrtSession session = OrtRuntime.environment().createSession(TrialGraph.build());
        OnnxTensor input =
            OnnxTensor.createTensor(
                OrtRuntime.environment(),
                FloatBuffer.wrap(ones),
                new long[] {1, TrialGraph.CHANNELS, side, side});
        OrtSession.Result result = session.run(Map.of(TrialGraph.INPUT, input))) {
      OnnxTensor output = (OnnxTensor) result.get(TrialGraph.OUTPUT).orElseThrow();
      float[] row = new float[side];
      output.getFloatBuffer().position(side / 2 * side).get(row);
      float[] expected = new float[side - 16];
      Arrays.fill(expected, 3f);
      assertArrayEquals(expected, Arrays.copyOfRange(row, 8, side - 8), 1e-3f);
    }
  }

  @Test
  void theTrialIsTimedOnTheCpu() throws OrtException {
    double millis = ProviderTrial.bestMillis(new Provider.Cpu());
    assertTrue(millis > 0.1 && millis < 60_000, millis + " ms");
  }

  @Test
  void withoutCudaItSaysSoAndTheCpuComputes() {
    assumeTrue(!cuda.isForCuda(), "This runtime is for CUDA");
    assertTrue(cuda.tryOut().problem().isPresent());
    assertTrue(cuda.problemWithTensorRt().isPresent());
    assertTrue(cuda.automaticDevice().startsWith("CPU ("), cuda.automaticDevice());
    assertTrue(cuda.version().matches("ONNX Runtime \\d+\\.\\d+\\.\\d+"), cuda.version());
  }

  @Test
  void onCudaNothingIsLeftToTheCpu() {
    CudaRuntime.Trial trial = cuda.tryOut();
    assumeTrue(trial.problem().isEmpty(), "not run: no device");
    assertEquals("CUDA:0, fp16", cuda.automaticDevice());
    assertTrue(trial.cudaMillis() < trial.cpuMillis(), trial.toString());
  }
}
