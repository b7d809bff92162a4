package org.cleanplate.imagej.run;

import java.io.IOException;
import org.cleanplate.engine.Device;

/** Frees what an {@link EngineProvider} keeps; {@link EngineHolder} outside of tests. */
@FunctionalInterface
public interface EngineCloser {

  /** Frees the engine for a model and a device; one in use once it is given back. */
  void close(String modelName, Device device) throws IOException;
}
