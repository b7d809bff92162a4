package org.cleanplate.imagej.run;

import java.io.IOException;
import org.cleanplate.imagej.parameters.ComputeChoice;

/** Frees what an {@link EngineProvider} keeps; {@link EngineHolder} outside of tests. */
@FunctionalInterface
public interface EngineCloser {

  /** Frees the engine for a model and what it computes on; one in use once it is given back. */
  void close(String modelName, ComputeChoice compute) throws IOException;
}
