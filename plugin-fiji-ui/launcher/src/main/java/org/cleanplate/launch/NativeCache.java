package org.cleanplate.launch;

import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * Where the engine's native libraries are unpacked to, once: a folder that no other plugin loads
 * from. A JVM refuses a native library that another class loader has loaded from the same file.
 */
final class NativeCache {
  /** System property that names another folder than {@code .cleanplate/cache} at home. */
  static final String FOLDER = "cleanplate.cache";

  private static final String JAVACPP_CACHE = "org.bytedeco.javacpp.cachedir";

  private NativeCache() {}

  /** By the rule of the engine, of which no class is loaded yet when this is asked. */
  static Path folder() {
    String folder = System.getProperty(FOLDER);
    return folder == null
        ? Paths.get(System.getProperty("user.home"), ".cleanplate", "cache")
        : Paths.get(folder);
  }

  /**
   * Has the engine's JavaCPP take its folder. It asks a property of the JVM once and remembers it;
   * other plugins' JavaCPP, which ask the same, find it as it was.
   */
  static void assign(ClassLoader engine) {
    String before = System.getProperty(JAVACPP_CACHE);
    System.setProperty(JAVACPP_CACHE, folder().resolve("javacpp").toString());
    try {
      engine.loadClass("org.bytedeco.javacpp.Loader").getMethod("getCacheDir").invoke(null);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new InstallationException("JavaCPP does not start: " + e, e);
    } finally {
      if (before == null) {
        System.clearProperty(JAVACPP_CACHE);
      } else {
        System.setProperty(JAVACPP_CACHE, before);
      }
    }
  }
}
