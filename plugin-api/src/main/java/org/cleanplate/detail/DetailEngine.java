package org.cleanplate.detail;

import java.util.Optional;
import org.cleanplate.engine.AlphaLayers;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.engine.ThreadLayout;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.Layer;

/**
 * An engine whose mattes get their outlines from the clean plate; see {@link PlateDetail}. It has
 * no model and no memory of its own: closing it leaves the other engine open.
 *
 * @param network the engine that does all else
 */
public record DetailEngine(MattingEngine network) implements MattingEngine {
  @Override
  public String modelName() {
    return network.modelName();
  }

  @Override
  public String device() {
    return network.device();
  }

  @Override
  public Optional<String> fallback() {
    return network.fallback();
  }

  @Override
  public boolean offers(Layer layer) {
    return network.offers(layer);
  }

  @Override
  public long estimateMemoryBytes(FrameFormat format, MattingOptions options) {
    long scratch = (long) Float.BYTES * format.width() * format.height();
    return network.estimateMemoryBytes(format, withAlpha(options)) + scratch;
  }

  @Override
  public ThreadLayout batchLayout(long frames) {
    return network.batchLayout(frames);
  }

  @Override
  public MattingSession open(FrameFormat format, MattingOptions options) {
    return session(network.open(format, withAlpha(options)), options);
  }

  @Override
  public MattingSession open(FrameFormat format, MattingOptions options, ThreadLayout threads) {
    return session(network.open(format, withAlpha(options), threads), options);
  }

  private static MattingSession session(MattingSession network, MattingOptions options) {
    if (!showsOutlines(options)) {
      return network;
    }
    return new DetailSession(network, options, AlphaLayers.mostPrecise(network.options().layers()));
  }

  /** Whether a layer has the frame's own size; others are left as the network made them. */
  private static boolean showsOutlines(MattingOptions options) {
    return options.layers().stream().anyMatch(layer -> layer.scale() == Layer.Scale.FULL);
  }

  private static MattingOptions withAlpha(MattingOptions options) {
    return showsOutlines(options) ? AlphaLayers.including(options) : options;
  }

  @Override
  public void close() {
    // The network's engine is closed by who opened it.
  }
}
