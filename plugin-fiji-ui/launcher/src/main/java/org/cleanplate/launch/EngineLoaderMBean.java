package org.cleanplate.launch;

/** What the JVM's registry tells of the engine's class loader. */
public interface EngineLoaderMBean {
  /** The version that the loader was made for. */
  String getVersion();
}
