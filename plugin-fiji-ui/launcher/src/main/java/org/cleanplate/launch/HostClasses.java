package org.cleanplate.launch;

import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * What the engine sees of the host: the JDK, ImageJ, SciJava and the look and feel, which Swing
 * looks up in the class loader of the component that it paints. All else, the libraries of other
 * plugins, is hidden.
 */
final class HostClasses extends ClassLoader {
  private static final List<String> PACKAGES =
      Arrays.asList("ij.", "org.scijava.", "net.imagej.", "com.formdev.flatlaf.");

  private final ClassLoader host;

  /**
   * @param host knows ImageJ and outlives <em>Refresh Menus</em>
   */
  HostClasses(ClassLoader host) {
    // The loader of the JDK alone: that of the platform, or of extensions on Java 8.
    super(ClassLoader.getSystemClassLoader().getParent());
    this.host = host;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (isShared(name)) {
      return host.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }

  @Override
  protected URL findResource(String name) {
    return isShared(name.replace('/', '.')) ? host.getResource(name) : null;
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    return isShared(name.replace('/', '.'))
        ? host.getResources(name)
        : Collections.<URL>emptyEnumeration();
  }

  private static boolean isShared(String name) {
    return PACKAGES.stream().anyMatch(name::startsWith);
  }
}
