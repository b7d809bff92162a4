package org.cleanplate.engine;

import java.util.Optional;
import java.util.OptionalInt;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.Layer;

/**
 * A step round another engine: says what the other says, and is to change what the other is asked
 * for and what comes of it. It has no model and no memory of its own: closing it leaves the other
 * engine open. Thread-safe as the other is.
 */
public abstract class ForwardingEngine implements MattingEngine {
  private final MattingEngine network;

  /**
   * Takes over another engine.
   *
   * @param network does all else; closed by who opened it
   */
  protected ForwardingEngine(MattingEngine network) {
    this.network = network;
  }

  /** What the other engine is asked for where {@code options} are wanted. */
  protected abstract MattingOptions asked(MattingOptions options);

  /**
   * A session round one of the other engine.
   *
   * @param session opened with {@link #asked}
   * @param options as they are wanted
   */
  protected abstract MattingSession around(MattingSession session, MattingOptions options);

  /** Bytes that a session takes beyond what the other engine's does. */
  protected abstract long ownBytes(FrameFormat format);

  @Override
  public final String modelName() {
    return network.modelName();
  }

  @Override
  public final String device() {
    return network.device();
  }

  @Override
  public final OptionalInt gpu() {
    return network.gpu();
  }

  @Override
  public final Optional<String> fallback() {
    return network.fallback();
  }

  @Override
  public final boolean offers(Layer layer) {
    return network.offers(layer);
  }

  @Override
  public final long estimateMemoryBytes(FrameFormat format, MattingOptions options) {
    return network.estimateMemoryBytes(format, asked(options)) + ownBytes(format);
  }

  @Override
  public final ThreadLayout batchLayout(long frames) {
    return network.batchLayout(frames);
  }

  @Override
  public final MattingSession open(FrameFormat format, MattingOptions options) {
    return around(network.open(format, asked(options)), options);
  }

  @Override
  public final MattingSession open(
      FrameFormat format, MattingOptions options, ThreadLayout threads) {
    return around(network.open(format, asked(options), threads), options);
  }

  @Override
  public final void close() {
    // The network's engine is closed by who opened it.
  }
}
