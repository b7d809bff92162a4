package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** ONNX Runtime, loaded once in a JVM. */
final class OrtRuntime {
  /** Tells the runtime where its libraries lie. */
  static final String PATH_PROPERTY = "onnxruntime.native.path";

  /** Names another folder for unpacked libraries than {@code .cleanplate/cache} at home. */
  private static final String CACHE_PROPERTY = "cleanplate.cache";

  private static final List<String> LIBRARIES =
      List.of(
          "onnxruntime",
          "onnxruntime4j_jni",
          "onnxruntime_providers_shared",
          "onnxruntime_providers_cuda",
          "onnxruntime_providers_tensorrt");

  /**
   * When it starts, the runtime matches the command line of this process with regular expressions,
   * by a recursion of some 270 bytes a character: a long class path would overflow an ordinary
   * stack and end the JVM without a word. This is enough for 240,000 characters; what is not used
   * is never allocated.
   */
  private static final long STACK_BYTES = 64L << 20;

  private static final FutureTask<OrtEnvironment> LOADED = new FutureTask<>(OrtRuntime::load);

  private OrtRuntime() {}

  /** Loads it on a thread of its own, so that something else can be done in the meantime. */
  static void prepare() {
    Thread thread = new Thread(null, LOADED, "cleanplate-runtime", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * The runtime, loaded by now.
   *
   * @throws LinkageError if its libraries cannot be loaded
   */
  static OrtEnvironment environment() {
    if (!LOADED.isDone()) {
      prepare();
    }
    try {
      return LOADED.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LinkageError error) {
        throw error;
      }
      throw new IllegalStateException("ONNX Runtime cannot be loaded", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while ONNX Runtime was loaded", e);
    }
  }

  /** The processors that it was built for. */
  static Set<OrtProvider> providers() {
    environment();
    return OrtEnvironment.getAvailableProviders();
  }

  /**
   * The property belongs to every copy of the runtime in this JVM, and another plugin may have one
   * of another version: so it stands only while this copy is loaded, which reads it once.
   */
  private static OrtEnvironment load() {
    Optional<Path> folder =
        System.getProperty(PATH_PROPERTY) == null
            ? unpacked().filter(OrtRuntime::claim)
            : Optional.empty();
    if (folder.isEmpty()) {
      return silentEnvironment();
    }
    System.setProperty(PATH_PROPERTY, folder.get().toString());
    try {
      return silentEnvironment();
    } finally {
      System.clearProperty(PATH_PROPERTY);
    }
  }

  /** What a user computes is nobody else's business: the runtime is told to report nothing. */
  private static OrtEnvironment silentEnvironment() {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try {
      environment.setTelemetry(false);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime does not stop to report its use", e);
    }
    keepBeyondExit();
    return environment;
  }

  /**
   * The runtime frees its environment in a hook of its own when the JVM ends, under whatever still
   * computes: quitting ImageJ during a preview would crash it. The environment counts who has asked
   * for it, so one who never lets go keeps it whole until the process is gone. Java's side of the
   * runtime has no public way to ask twice.
   */
  private static void keepBeyondExit() {
    try {
      Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
      api.setAccessible(true);
      Method ask =
          OrtEnvironment.class.getDeclaredMethod(
              "createHandle", long.class, int.class, String.class);
      ask.setAccessible(true);
      ask.invoke(null, api.getLong(null), OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(), "");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This version of ONNX Runtime is not the one built for", e);
    }
  }

  /** A JVM refuses a library that another class loader has loaded from the same file. */
  private static boolean claim(Path folder) {
    return System.getProperties().putIfAbsent("cleanplate.loaded " + folder, "") == null;
  }

  private static Optional<Path> unpacked() {
    return platform()
        .flatMap(
            platform ->
                new NativeCache(cacheFolder().resolve("onnxruntime"))
                    .unpacked(
                        OrtRuntime.class::getResource, platform, resources(platform).toList()));
  }

  /**
   * Where what is dear to make is kept from one start to the next. The launcher keeps its part in
   * the same folder by the same rule: it looks there before it loads any class of the engine.
   */
  static Path cacheFolder() {
    String named = System.getProperty(CACHE_PROPERTY);
    return named == null
        ? Path.of(System.getProperty("user.home"), ".cleanplate", "cache")
        : Path.of(named);
  }

  private static Stream<String> resources(String platform) {
    return LIBRARIES.stream()
        .map(name -> "/ai/onnxruntime/native/" + platform + "/" + System.mapLibraryName(name));
  }

  /** As the runtime's jar calls it; empty for what it has no folder for. */
  private static Optional<String> platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    if (system.contains("mac")) {
      return Optional.of(arm ? "osx-aarch64" : "osx-x64");
    }
    if (system.contains("win")) {
      return Optional.of("win-x64");
    }
    return system.contains("linux")
        ? Optional.of(arm ? "linux-aarch64" : "linux-x64")
        : Optional.empty();
  }
}
