package org.cleanplate.launch;

import java.net.URL;
import java.net.URLClassLoader;
import javax.management.loading.PrivateClassLoader;

/**
 * Loads the engine's classes from its own jars; the host's are seen through {@link HostClasses}.
 * Private in the registry: it finds the loader by name, and asks it for no class.
 */
final class EngineLoader extends URLClassLoader implements EngineLoaderMBean, PrivateClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final String version;

  EngineLoader(URL[] jars, ClassLoader host, String version) {
    super(jars, new HostClasses(host));
    this.version = version;
  }

  @Override
  public String getVersion() {
    return version;
  }
}
