package org.cleanplate.contrast;

import org.cleanplate.engine.AlphaLayers;
import org.cleanplate.engine.ForwardingEngine;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.FrameFormat;

/**
 * An engine that is shown frames and plates with their contrast stretched, and whose colours are
 * those of the frames nevertheless.
 */
public final class ContrastEngine extends ForwardingEngine {
  private final Stretch stretch;

  /**
   * Stretches what an engine is shown.
   *
   * @param network the engine that does all else; left open
   * @param stretch the map, the same for all frames
   */
  public ContrastEngine(MattingEngine network, Stretch stretch) {
    super(network);
    this.stretch = stretch;
  }

  @Override
  protected MattingOptions asked(MattingOptions options) {
    return AlphaLayers.including(options);
  }

  @Override
  protected MattingSession around(MattingSession session, MattingOptions options) {
    return new ContrastSession(session, options, stretch);
  }

  @Override
  protected long ownBytes(FrameFormat format) {
    return 2L * format.byteCount();
  }
}
