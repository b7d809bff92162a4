package org.cleanplate.launch;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Keeps the engine's class loader for the life of the JVM. A static field would not do: <em>Refresh
 * Menus</em> loads this class anew, and native libraries cannot be loaded a second time. The JDK's
 * registry of managed beans does: it keeps class loaders by name, and nobody stumbles on them, as
 * who lists the system properties would on a value that is no string.
 */
final class LoaderRegistry {
  private static final String NAME = "org.cleanplate:type=Engine";

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

  /**
   * The loader that was registered.
   *
   * @throws InstallationException if it is of another version: its native libraries are loaded
   */
  Optional<ClassLoader> find(String version) {
    try {
      ObjectName name = new ObjectName(NAME);
      if (!server.isRegistered(name)) {
        return Optional.empty();
      }
      Object loaded = server.getAttribute(name, "Version");
      if (!version.equals(loaded)) {
        throw new InstallationException(
            "Cleanplate " + loaded + " is loaded, " + version + " is installed: restart ImageJ.");
      }
      return Optional.of(server.getClassLoader(name));
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  void register(EngineLoader loader) {
    try {
      server.registerMBean(loader, new ObjectName(NAME));
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }
}
