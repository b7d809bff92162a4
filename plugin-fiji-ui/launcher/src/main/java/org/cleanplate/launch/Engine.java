package org.cleanplate.launch;

import ij.IJ;
import ij.plugin.PlugIn;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The plugin proper, behind its class loader. Where Cleanplate is not installed but run by a build,
 * it is what the class path has.
 *
 * <p>A class of the engine is named by a string and known by a type that both sides share: of the
 * JDK, of ImageJ or of SciJava. While it runs, the thread's context class loader is the engine's.
 */
public final class Engine {
  private final ClassLoader loader;

  private Engine(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * The engine; the first call in a JVM loads it, later ones check that its files are still whole.
   *
   * @throws InstallationException if this Java is too old, or files are missing, damaged or of
   *     another version
   */
  public static synchronized Engine open() {
    JavaVersion.current().requireNewEnough();
    return new Engine(Installation.find().map(Engine::load).orElse(Engine.class.getClassLoader()));
  }

  private static ClassLoader load(Installation installation) {
    List<Path> jars = installation.jars(NativeCache.folder());
    LoaderRegistry registry = new LoaderRegistry();
    Optional<ClassLoader> loaded = registry.find(installation.version());
    if (loaded.isPresent()) {
      return loaded.get();
    }
    installation.notice().ifPresent(IJ::log);
    EngineLoader loader =
        new EngineLoader(urls(jars), IJ.class.getClassLoader(), installation.version());
    NativeCache.assign(loader);
    registry.register(loader);
    return loader;
  }

  /** The launcher comes last: the engine uses a class of it, in a copy of its own. */
  private static URL[] urls(List<Path> jars) {
    List<Path> all = new ArrayList<>(jars);
    Installation.launcher().ifPresent(all::add);
    URL[] urls = new URL[all.size()];
    try {
      for (int i = 0; i < urls.length; i++) {
        urls[i] = all.get(i).toUri().toURL();
      }
      return urls;
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs an ImageJ plugin on the calling thread, without an argument.
   *
   * @param className a {@link PlugIn}
   */
  public void run(String className) {
    inContext(
        () -> {
          create(className, PlugIn.class).run("");
          return null;
        });
  }

  /**
   * Calls a function on the calling thread.
   *
   * @param className an {@code UnaryOperator<Map<String, Object>>}
   * @param inputs by name, of types that both sides share
   * @return outputs by name, likewise
   */
  @SuppressWarnings("unchecked")
  public Map<String, Object> call(String className, Map<String, Object> inputs) {
    return inContext(
        () ->
            ((UnaryOperator<Map<String, Object>>) create(className, UnaryOperator.class))
                .apply(inputs));
  }

  /** Services and loggers look for their implementations in the context class loader. */
  private <T> T inContext(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private <T> T create(String className, Class<T> type) {
    try {
      return type.cast(loader.loadClass(className).getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new InstallationException(
          "Cleanplate has no " + className + ", or it does not start: " + e, e);
    }
  }
}
