package org.cleanplate.engine.ort;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.GraphOptions;
import org.cleanplate.network.graph.MattingGraph;
import org.cleanplate.progress.Cancellation;

/** A network of ours: one graph from the host's pixels to the layers. */
final class NetworkGraph implements CompiledGraph {
  private final OrtEnvironment environment;
  private final OrtSession session;

  NetworkGraph(
      OrtEnvironment environment,
      RunningDevice device,
      MattingModel.Network model,
      GraphOptions options)
      throws OrtException {
    this.environment = environment;
    byte[] graph = MattingGraph.build(model.architecture(), model.weights(), options);
    try (OrtSession.SessionOptions sessionOptions = device.sessionOptions()) {
      session = environment.createSession(graph, sessionOptions);
    }
  }

  @Override
  public void compute(
      Frame source,
      Frame cleanPlate,
      MattingOptions options,
      Matte matte,
      Cancellation cancellation)
      throws OrtException {
    try (TensorScope tensors = new TensorScope(environment);
        CancellableRun run = new CancellableRun(cancellation)) {
      Map<String, OnnxTensor> inputs =
          new LinkedHashMap<>(tensors.pictures(source, cleanPlate, options));
      inputs.putAll(tensors.refinement(options.refinement()));
      inputs.putAll(tensors.backdrop(options));
      run.run(session, inputs, Set.of(), tensors.layers(matte)).close();
    }
  }

  @Override
  public void close() {
    OrtSessions.close(session);
  }
}
