package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.cleanplate.MattingException;
import org.cleanplate.engine.AutomaticScale;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.LeasePool;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.engine.PrecisionChoice;
import org.cleanplate.engine.ThreadLayout;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.GraphForm;
import org.cleanplate.network.graph.GraphOptions;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PublishedAdapter;
import org.cleanplate.network.graph.Refinement;
import org.cleanplate.network.graph.RefinementMode;

/** The engine on ONNX Runtime. */
public final class OrtEngine implements MattingEngine {
  /** Preview and run differ in layers and threads; more graphs than a few only hold memory. */
  private static final int KEPT_GRAPHS = 3;

  private final MattingModel model;
  private final RunningDevice device;
  private final OrtEnvironment environment;
  private final EngineLifetime lifetime = new EngineLifetime();
  private final LeasePool<GraphKey, CompiledGraph> graphs =
      new LeasePool<>(KEPT_GRAPHS, this::compile, CompiledGraph::close);
  private final Optional<PublishedFile> published;
  private final GraphForms forms;
  private final DeviceQueue queue;

  /** Which form of graph refines in a given way. */
  @FunctionalInterface
  interface GraphForms {
    GraphForm of(Refinement refinement);
  }

  private OrtEngine(MattingModel model, RunningDevice device, GraphForms forms) {
    this.model = model;
    this.device = device;
    this.forms = forms;
    this.queue =
        new DeviceQueue(device.isGpu() ? RunningDevice.GPU_FRAMES_IN_FLIGHT : Integer.MAX_VALUE);
    this.environment = OrtRuntime.environment();
    this.published =
        model instanceof MattingModel.PublishedOnnx onnx
            ? Optional.of(new PublishedFile(environment, onnx.file()))
            : Optional.empty();
  }

  /** Begins to load the runtime; who opens an engine soon afterwards waits less. */
  public static void prepare() {
    OrtRuntime.prepare();
  }

  /**
   * Opens a model with as many threads as the machine has processors.
   *
   * @throws MattingException if a required device does not work
   */
  public static OrtEngine open(MattingModel model, Device device) {
    return open(model, device, PrecisionChoice.AUTO);
  }

  /**
   * Opens a model with as many threads as the machine has processors.
   *
   * @throws MattingException if a required device does not work, or the model cannot be computed in
   *     the precision
   */
  public static OrtEngine open(MattingModel model, Device device, PrecisionChoice precision) {
    return open(model, device, precision, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Opens a model.
   *
   * @param cpuThreads threads on the CPU in all, on one frame or shared out over several
   * @throws MattingException if a required device does not work
   */
  public static OrtEngine open(MattingModel model, Device device, int cpuThreads) {
    return open(model, device, PrecisionChoice.AUTO, cpuThreads);
  }

  private static OrtEngine open(
      MattingModel model, Device device, PrecisionChoice precision, int cpuThreads) {
    RunningDevice running = RunningDevice.choose(device, precisionOf(model, precision), cpuThreads);
    requireFixedSize(model, running);
    return new OrtEngine(model, running, running::form);
  }

  /** Opens a model on the CPU with graphs of another form; the result does not depend on it. */
  static OrtEngine open(MattingModel model, int cpuThreads, GraphForms forms) {
    return new OrtEngine(
        model, RunningDevice.choose(new Device.Cpu(), PrecisionChoice.AUTO, cpuThreads), forms);
  }

  /** A file of the authors is computed as it is. */
  private static PrecisionChoice precisionOf(MattingModel model, PrecisionChoice wanted) {
    if (!(model instanceof MattingModel.PublishedOnnx)) {
      return wanted;
    }
    if (wanted == PrecisionChoice.FP16) {
      throw new MattingException(
          "Model "
              + model.name()
              + " is a published ONNX file in 32-bit floats, expected precision=auto or fp32: the"
              + " checkpoint of the same network can be computed in fp16");
    }
    return PrecisionChoice.FP32;
  }

  private static void requireFixedSize(MattingModel model, RunningDevice running) {
    if (model instanceof MattingModel.PublishedOnnx
        && running.provider() instanceof Provider.TensorRt) {
      throw new MattingException(
          "Model "
              + model.name()
              + " is a published ONNX file for frames of any size, which TensorRT would compile for"
              + " each anew: use device=cuda:N");
    }
  }

  @Override
  public String modelName() {
    return model.name();
  }

  @Override
  public String device() {
    boolean parted = device.isGpu() && model instanceof MattingModel.PublishedOnnx;
    return device.describe() + (parted ? ", sizes on the CPU" : "");
  }

  @Override
  public OptionalInt gpu() {
    return device.provider().gpu();
  }

  @Override
  public Optional<String> fallback() {
    return device.fallback();
  }

  @Override
  public long estimateMemoryBytes(FrameFormat format, MattingOptions options) {
    return new MemoryEstimate(model).bytes(graphOptions(format, options));
  }

  @Override
  public ThreadLayout batchLayout(long frames) {
    return device.batchLayout(frames);
  }

  @Override
  public MattingSession open(FrameFormat format, MattingOptions options) {
    return open(format, options, ThreadLayout.interactive(device.threads()));
  }

  @Override
  public MattingSession open(FrameFormat format, MattingOptions options, ThreadLayout threads) {
    GraphOptions graphOptions = graphOptions(format, options);
    requireLayers(options.layers());
    EngineLifetime.Use use = lifetime.use();
    // Threads are the CPU's affair: on a GPU preview and run share a graph.
    GraphKey key = new GraphKey(graphOptions, device.isGpu() ? 1 : threads.intraOpThreads());
    try {
      // Compiled here, so that a model that cannot do it fails before the first frame.
      graphs.lease(key).close();
      return new OrtMattingSession(format, options, graphs, key, lifetime);
    } finally {
      use.end();
    }
  }

  private CompiledGraph compile(GraphKey key) {
    RunningDevice running = device.withThreads(key.intraOpThreads());
    try {
      if (model instanceof MattingModel.Network network) {
        return new NetworkGraph(environment, running, queue, network, key.options());
      }
      return new PublishedGraph(environment, running, published.orElseThrow(), key.options());
    } catch (OrtException e) {
      throw new MattingException(
          "Model " + model.name() + " cannot be opened on " + device() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public boolean offers(Layer layer) {
    return !(model instanceof MattingModel.PublishedOnnx)
        || PublishedAdapter.LAYERS.contains(layer);
  }

  private void requireLayers(Set<Layer> layers) {
    if (model instanceof MattingModel.PublishedOnnx) {
      Set<Layer> missing = new TreeSet<>(layers);
      missing.removeAll(PublishedAdapter.LAYERS);
      if (!missing.isEmpty()) {
        throw new MattingException(
            "Model "
                + model.name()
                + " is a published ONNX file, which has no "
                + missing
                + ": ask for alpha, foreground, cut-out or composite, or use another model");
      }
    }
  }

  private GraphOptions graphOptions(FrameFormat format, MattingOptions options) {
    double scale =
        options.backboneScale().orElseGet(() -> AutomaticScale.of(format.width(), format.height()));
    return new GraphOptions(
        format.width(),
        format.height(),
        format.layout(),
        scale,
        RefinementMode.of(options.refinement()),
        options.layers(),
        forms.of(options.refinement()));
  }

  @Override
  public void close() {
    lifetime.end(
        () -> {
          graphs.close();
          published.ifPresent(PublishedFile::close);
        });
  }
}
