package org.cleanplate.samples;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;

/**
 * What a plugin beside Cleanplate sees, asked by macros with {@code call}. It lies in a jar of its
 * own among the host's plugins, and finds all libraries by reflection.
 */
public final class HostProbe {
  private HostProbe() {}

  /** The jar that the host loads a class from, or {@code hidden}. */
  public static String whereIs(String className) {
    try {
      Class<?> found = Class.forName(className, false, HostProbe.class.getClassLoader());
      String location = found.getProtectionDomain().getCodeSource().getLocation().getPath();
      return location.substring(location.lastIndexOf('/') + 1);
    } catch (ClassNotFoundException e) {
      return "hidden";
    }
  }

  /** Loads the native library of the host's own JavaCPP, and uses it. */
  public static String useNativeMemory() throws ReflectiveOperationException {
    Class.forName("org.bytedeco.javacpp.Loader")
        .getMethod("load", Class.class)
        .invoke(null, Class.forName("org.bytedeco.javacpp.presets.javacpp"));
    Class<?> bytes = Class.forName("org.bytedeco.javacpp.BytePointer");
    Object pointer = bytes.getConstructor(byte[].class).newInstance(new byte[] {4, 2});
    return "byte " + bytes.getMethod("get", long.class).invoke(pointer, 1L);
  }

  /** Which class loader the engine is behind; it has to stay the same. */
  public static String engine() throws Exception {
    return identity(
        ManagementFactory.getPlatformMBeanServer()
            .getClassLoader(new ObjectName("org.cleanplate:type=Engine")));
  }

  /** Which class loader this plugin is loaded by; <em>Refresh Menus</em> makes a new one. */
  public static String host() {
    return identity(HostProbe.class.getClassLoader());
  }

  /** What Cleanplate must leave as it found it. */
  public static String state() {
    return identity(Thread.currentThread().getContextClassLoader())
        + ", JavaCPP cache "
        + System.getProperty("org.bytedeco.javacpp.cachedir")
        + ", ONNX Runtime "
        + System.getProperty("onnxruntime.native.path");
  }

  private static String identity(ClassLoader loader) {
    return loader.getClass().getSimpleName() + "@" + System.identityHashCode(loader);
  }
}
