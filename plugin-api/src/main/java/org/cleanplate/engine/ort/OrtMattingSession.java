package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtException;
import java.util.EnumMap;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.engine.LeasePool;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.TransparentPixels;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.progress.Cancellation;

/**
 * A session: the compiled graph of one size, with the numbers of one set of options. A graph that
 * was not used for long and gave way to others is compiled again.
 */
final class OrtMattingSession implements MattingSession {
  private final FrameFormat format;
  private final MattingOptions options;
  private final LeasePool<GraphKey, CompiledGraph> graphs;
  private final GraphKey graph;
  private final EngineLifetime lifetime;

  OrtMattingSession(
      FrameFormat format,
      MattingOptions options,
      LeasePool<GraphKey, CompiledGraph> graphs,
      GraphKey graph,
      EngineLifetime lifetime) {
    this.format = format;
    this.options = options;
    this.graphs = graphs;
    this.graph = graph;
    this.lifetime = lifetime;
  }

  /** Which graph computes; shared by sessions that differ in numbers alone. */
  GraphKey graph() {
    return graph;
  }

  @Override
  public FrameFormat format() {
    return format;
  }

  @Override
  public MattingOptions options() {
    return options;
  }

  @Override
  public Matte allocateMatte() {
    Map<Layer, Frame> layers = new EnumMap<>(Layer.class);
    for (Layer layer : options.layers()) {
      int[] size = graph.options().geometry().sizeOf(layer);
      layers.put(layer, Frame.allocate(new FrameFormat(size[0], size[1], layer.layout())));
    }
    return new Matte(layers);
  }

  @Override
  public void compute(Frame source, Frame cleanPlate, Matte matte, Cancellation cancellation) {
    requireFormat("Frame " + source.index(), source);
    requireFormat("Background", cleanPlate);
    EngineLifetime.Use use = lifetime.use();
    try (LeasePool<GraphKey, CompiledGraph>.Lease lease = graphs.lease(graph)) {
      lease.value().compute(source, cleanPlate, options, matte, cancellation);
    } catch (OrtException e) {
      throw new MattingException("Matting frame " + source.index() + " failed: " + reason(e), e);
    } finally {
      use.end();
    }
    if (matte.layers().contains(Layer.CUTOUT_8)) {
      TransparentPixels.clear(matte.layer(Layer.CUTOUT_8));
    }
    matte.stamp(source);
  }

  private static String reason(OrtException e) {
    return e.getMessage().contains("Failed to allocate memory")
        ? "the memory is full. Use a smaller frame, fewer refined pixels, or close other images"
        : e.getMessage();
  }

  private void requireFormat(String what, Frame frame) {
    if (!frame.format().equals(format)) {
      throw new MattingException(
          what
              + " is "
              + frame.format().size()
              + " "
              + frame.format().layout()
              + ", expected "
              + format.size()
              + " "
              + format.layout());
    }
  }
}
