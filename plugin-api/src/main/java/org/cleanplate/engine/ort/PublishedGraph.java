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
import org.cleanplate.network.graph.GraphOptions;
import org.cleanplate.network.graph.PublishedAdapter;
import org.cleanplate.progress.Cancellation;

/** An ONNX file of the authors, run as it is between two small graphs of ours for one size. */
final class PublishedGraph implements CompiledGraph {
  private final OrtEnvironment environment;
  private final OrtSession before;
  private final OrtSession published;
  private final OrtSession after;

  PublishedGraph(
      OrtEnvironment environment, RunningDevice device, PublishedFile file, GraphOptions options)
      throws OrtException {
    this.environment = environment;
    this.published = file.session(device);
    this.before = OrtSessions.open(environment, device, PublishedAdapter.before(options));
    this.after = OrtSessions.open(environment, device, PublishedAdapter.after(options));
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
        CancellableRun run = new CancellableRun(cancellation);
        OrtSession.Result planes =
            run.run(
                before,
                tensors.pictures(source, cleanPlate, options),
                Set.of(PublishedAdapter.SRC, PublishedAdapter.BGR),
                Map.of());
        OrtSession.Result result =
            run.run(
                published,
                Map.of(
                    PublishedAdapter.SRC, tensor(planes, PublishedAdapter.SRC),
                    PublishedAdapter.BGR, tensor(planes, PublishedAdapter.BGR)),
                Set.of(PublishedAdapter.PHA, PublishedAdapter.FGR),
                Map.of())) {
      Map<String, OnnxTensor> inputs = new LinkedHashMap<>(tensors.backdrop(options));
      inputs.put(PublishedAdapter.PHA, tensor(result, PublishedAdapter.PHA));
      inputs.put(PublishedAdapter.FGR, tensor(result, PublishedAdapter.FGR));
      run.run(after, inputs, Set.of(), tensors.layers(matte)).close();
    }
  }

  private static OnnxTensor tensor(OrtSession.Result result, String name) {
    return (OnnxTensor)
        result.get(name).orElseThrow(() -> new IllegalStateException("No output " + name));
  }

  @Override
  public void close() {
    OrtSessions.close(before);
    OrtSessions.close(after);
  }
}
