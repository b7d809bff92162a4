package org.cleanplate.imagej.run;

import java.io.IOException;
import org.cleanplate.engine.Device;

/** Where a run gets its engine; {@link EngineHolder} outside of tests. */
@FunctionalInterface
public interface EngineProvider {

  /**
   * The engine for a model and a device; whoever asks closes what it gets, and so gives it back.
   *
   * @throws org.cleanplate.MattingException if there is no such model or device
   */
  OpenedEngine open(String modelName, Device device) throws IOException;
}
