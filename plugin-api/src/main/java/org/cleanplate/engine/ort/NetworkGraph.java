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
import org.cleanplate.network.graph.GraphForm;
import org.cleanplate.network.graph.GraphOptions;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.MattingGraph;
import org.cleanplate.progress.Cancellation;

/** A network of ours: one graph from the host's pixels to the layers. */
final class NetworkGraph implements CompiledGraph {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final GraphForm form;
  private final DeviceQueue queue;
  private final SharedPixels shared;

  /**
   * Opens the graph on a device.
   *
   * @param queue for the device
   */
  NetworkGraph(
      OrtEnvironment environment,
      RunningDevice device,
      DeviceQueue queue,
      MattingModel.Network model,
      GraphOptions options)
      throws OrtException {
    this.environment = environment;
    this.form = options.form();
    this.queue = queue;
    this.shared = new SharedPixels(options.layers());
    GraphOptions written = options.withLayers(shared.written());
    byte[] graph = MattingGraph.build(model.architecture(), model.weights(), written);
    this.session = OrtSessions.open(environment, device, graph);
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
      inputs.putAll(tensors.refinement(options.refinement(), form));
      inputs.putAll(tensors.backdrop(options));
      Map<String, OnnxTensor> outputs = new LinkedHashMap<>();
      for (Layer layer : shared.written()) {
        outputs.put(layer.name(), tensors.over(matte.layer(shared.holder(layer))));
      }
      queue.compute(() -> run.run(session, inputs, Set.of(), outputs).close(), cancellation);
    }
    shared.part(matte);
  }

  @Override
  public void close() {
    OrtSessions.close(session);
  }
}
