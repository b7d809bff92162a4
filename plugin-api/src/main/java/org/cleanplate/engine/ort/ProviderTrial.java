package org.cleanplate.engine.ort;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;
import org.cleanplate.network.graph.TrialGraph;

/**
 * Computes something small on a provider, as its presence says little: libraries, driver and device
 * are only asked for when a session runs.
 */
final class ProviderTrial {
  private static final int TIMED_RUNS = 5;

  private ProviderTrial() {}

  /** Why a provider does not work, as the runtime says; empty if it does. */
  static Optional<String> problem(Provider provider) {
    if (!provider.isBuiltIn()) {
      return Optional.of("this ONNX Runtime is built for the CPU alone");
    }
    try {
      bestMillis(provider, 0);
      return Optional.empty();
    } catch (OrtException e) {
      return Optional.of(RuntimeMessage.brief(e));
    }
  }

  /**
   * The least time of a few runs, after one that sets everything up.
   *
   * @throws OrtException if the provider does not work
   */
  static double bestMillis(Provider provider) throws OrtException {
    return bestMillis(provider, TIMED_RUNS);
  }

  private static double bestMillis(Provider provider, int runs) throws OrtException {
    OrtEnvironment environment = OrtRuntime.environment();
    byte[] graph = TrialGraph.build();
    int side = TrialGraph.SIDE;
    long[] shape = {1, TrialGraph.CHANNELS, side, side};
    FloatBuffer input = FloatBuffer.allocate(TrialGraph.CHANNELS * side * side);
    try (SessionOptions options = new SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      RunningDevice.handOver(options, provider, graph);
      try (OrtSession session = environment.createSession(graph, options);
          OnnxTensor tensor = OnnxTensor.createTensor(environment, input, shape)) {
        return bestMillis(session, Map.of(TrialGraph.INPUT, tensor), runs);
      }
    }
  }

  private static double bestMillis(OrtSession session, Map<String, OnnxTensor> inputs, int runs)
      throws OrtException {
    double best = Double.POSITIVE_INFINITY;
    session.run(inputs).close();
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      session.run(inputs).close();
      best = Math.min(best, (System.nanoTime() - start) / 1e6);
    }
    return best;
  }
}
