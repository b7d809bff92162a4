package org.cleanplate.imagej.run;

import java.io.IOException;
import org.cleanplate.imagej.parameters.ComputeChoice;

/** Where a run gets its engine; {@link EngineHolder} outside of tests. */
@FunctionalInterface
public interface EngineProvider {

  /**
   * The engine for a model and what it is to compute on; whoever asks closes what it gets, and so
   * gives it back.
   *
   * @throws org.cleanplate.MattingException if there is no such model or device
   */
  OpenedEngine open(String modelName, ComputeChoice compute) throws IOException;
}
