package org.cleanplate.contrast;

import java.util.Optional;
import org.cleanplate.engine.AlphaLayers;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.engine.ThreadLayout;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.Layer;

/**
 * An engine that is shown frames and plates with their contrast stretched, and whose colours are
 * those of the frames nevertheless. It has no model and no memory of its own: closing it leaves the
 * other engine open.
 *
 * @param network the engine that does all else
 * @param stretch the map, the same for all frames
 */
public record ContrastEngine(MattingEngine network, Stretch stretch) implements MattingEngine {

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
    return network.estimateMemoryBytes(format, AlphaLayers.including(options))
        + 2L * format.byteCount();
  }

  @Override
  public ThreadLayout batchLayout(long frames) {
    return network.batchLayout(frames);
  }

  @Override
  public MattingSession open(FrameFormat format, MattingOptions options) {
    return session(network.open(format, AlphaLayers.including(options)), options);
  }

  @Override
  public MattingSession open(FrameFormat format, MattingOptions options, ThreadLayout threads) {
    return session(network.open(format, AlphaLayers.including(options), threads), options);
  }

  private MattingSession session(MattingSession session, MattingOptions options) {
    return new ContrastSession(session, options, stretch);
  }

  @Override
  public void close() {
    // The network's engine is closed by who opened it.
  }
}
