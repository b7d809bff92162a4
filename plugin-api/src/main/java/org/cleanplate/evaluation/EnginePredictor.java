package org.cleanplate.evaluation;

import java.util.EnumSet;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.metric.AlphaPlane;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.progress.Cancellation;

/**
 * A model on a device.
 *
 * @param name what tables call it
 * @param engine left open
 * @param options how to matte; its layers are replaced
 */
public record EnginePredictor(String name, MattingEngine engine, MattingOptions options)
    implements AlphaPredictor {

  public EnginePredictor {
    options = options.withLayers(EnumSet.of(Layer.ALPHA_FLOAT));
  }

  @Override
  public AlphaPlane predict(Frame source, Frame cleanPlate, Cancellation cancellation) {
    MattingSession session = engine.open(source.format(), options);
    Matte matte = session.allocateMatte();
    session.compute(source, cleanPlate, matte, cancellation);
    return AlphaPlane.of(matte.layer(Layer.ALPHA_FLOAT));
  }
}
