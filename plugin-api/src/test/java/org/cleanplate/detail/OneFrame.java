package org.cleanplate.detail;

import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.progress.Cancellation;

/** Mattes a frame whose pixels take their whole range. */
final class OneFrame {
  private OneFrame() {}

  static Matte matte(MattingEngine engine, MattingOptions options, Frame source, Frame plate) {
    MattingSession session = engine.open(source.format(), options.withLevels(Levels.FULL_RANGE));
    Matte matte = session.allocateMatte();
    session.compute(source, plate, matte, new Cancellation());
    return matte;
  }
}
