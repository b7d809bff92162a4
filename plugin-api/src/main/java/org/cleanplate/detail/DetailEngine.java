package org.cleanplate.detail;

import org.cleanplate.engine.AlphaLayers;
import org.cleanplate.engine.ForwardingEngine;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.Layer;

/** An engine whose mattes get their outlines from the clean plate; see {@link PlateDetail}. */
public final class DetailEngine extends ForwardingEngine {

  /**
   * Draws outlines into an engine's mattes.
   *
   * @param network the engine that does all else; left open
   */
  public DetailEngine(MattingEngine network) {
    super(network);
  }

  @Override
  protected MattingOptions asked(MattingOptions options) {
    return showsOutlines(options) ? AlphaLayers.including(options) : options;
  }

  @Override
  protected MattingSession around(MattingSession session, MattingOptions options) {
    return showsOutlines(options)
        ? new DetailSession(session, options, AlphaLayers.mostPrecise(session.options().layers()))
        : session;
  }

  @Override
  protected long ownBytes(FrameFormat format) {
    return (long) Float.BYTES * format.width() * format.height();
  }

  /** Whether a layer has the frame's own size; others are left as the network made them. */
  private static boolean showsOutlines(MattingOptions options) {
    return options.layers().stream().anyMatch(layer -> layer.scale() == Layer.Scale.FULL);
  }
}
