package org.cleanplate.engine.ort;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.gpu.CudaRuntime;
import org.cleanplate.network.graph.TrialGraph;

/** ONNX Runtime as the check of the GPU asks it. */
public final class OrtCuda implements CudaRuntime {
  private static final int TIMED_RUNS = 5;

  @Override
  public String version() {
    return "ONNX Runtime " + OrtRuntime.environment().getVersion();
  }

  @Override
  public boolean isForCuda() {
    return OrtRuntime.providers().contains(OrtProvider.CUDA);
  }

  @Override
  public String automaticDevice() {
    RunningDevice device =
        RunningDevice.choose(new Device.Auto(), Runtime.getRuntime().availableProcessors());
    return device.describe() + device.fallback().map(reason -> " because " + reason).orElse("");
  }

  @Override
  public Trial tryOut() {
    try (OrtSession.SessionOptions cuda = quiet();
        OrtSession.SessionOptions cpu = quiet()) {
      // Without this the runtime would quietly compute on the CPU what it cannot on CUDA.
      cuda.addConfigEntry("session.disable_cpu_ep_fallback", "1");
      cuda.addCUDA(0);
      return new Trial(Optional.empty(), bestMillis(cuda), bestMillis(cpu));
    } catch (OrtException e) {
      return Trial.failed(e.getMessage());
    }
  }

  private static OrtSession.SessionOptions quiet() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    return options;
  }

  /** The least of a few runs, after one that sets everything up. */
  static double bestMillis(OrtSession.SessionOptions options) throws OrtException {
    OrtEnvironment environment = OrtRuntime.environment();
    int side = TrialGraph.SIDE;
    long[] shape = {1, TrialGraph.CHANNELS, side, side};
    FloatBuffer input = FloatBuffer.allocate(TrialGraph.CHANNELS * side * side);
    try (OrtSession session = environment.createSession(TrialGraph.build(), options);
        OnnxTensor tensor = OnnxTensor.createTensor(environment, input, shape)) {
      double best = Double.POSITIVE_INFINITY;
      session.run(Map.of(TrialGraph.INPUT, tensor)).close();
      for (int i = 0; i < TIMED_RUNS; i++) {
        long start = System.nanoTime();
        session.run(Map.of(TrialGraph.INPUT, tensor)).close();
        best = Math.min(best, (System.nanoTime() - start) / 1e6);
      }
      return best;
    }
  }
}
