package org.cleanplate.golden;

import java.util.EnumSet;
import java.util.Set;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.Refinement;
import org.cleanplate.progress.Cancellation;

/** One frame through an engine, the way any caller does it. */
final class GoldenRun {
  private final Matte matte;

  private GoldenRun(Matte matte) {
    this.matte = matte;
  }

  /** Opens a session for the input's size, computes the one frame and keeps its matte. */
  static GoldenRun compute(
      MattingEngine engine, GoldenInput input, PixelLayout layout, MattingOptions options) {
    MattingSession session = engine.open(input.format(layout), options);
    Matte matte = session.allocateMatte();
    session.compute(input.sourceAs(layout), input.plateAs(layout), matte, new Cancellation());
    return new GoldenRun(matte);
  }

  /** A matte that was computed in another way. */
  static GoldenRun of(Matte matte) {
    return new GoldenRun(matte);
  }

  static MattingOptions options(double backboneScale, Refinement refinement, Set<Layer> layers) {
    return MattingOptions.of(Layer.ALPHA_FLOAT)
        .withBackboneScale(backboneScale)
        .withRefinement(refinement)
        .withLayers(EnumSet.copyOf(layers));
  }

  Planes layer(Layer layer) {
    return Planes.of(matte.layer(layer));
  }
}
