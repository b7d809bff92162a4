package org.cleanplate.samples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cleanplate.launch.Platform;

/** An ImageJ with the installable zip unpacked into it, run in a JVM of its own. */
final class InstalledImageJ {
  static final Path ROOT = Path.of(System.getProperty("cleanplate.root")).normalize();
  static final Path SAMPLES = ROOT.resolve("samples");

  private static final int TIME_LIMIT_SECONDS = 300;

  private final Path folder;

  private InstalledImageJ(Path folder) {
    this.folder = folder;
  }

  /** Unpacks the zip into a new folder. */
  static InstalledImageJ unpack(Path folder) throws IOException {
    unpack(requireZip(), folder);
    return new InstalledImageJ(folder);
  }

  /** The same with the training add-on; the test does not run if that was not built. */
  InstalledImageJ withTraining() throws IOException {
    Optional<Path> zip = newest("training");
    assumeTrue(zip.isPresent(), "not run: no zip of the training add-on; mvn verify builds it");
    unpack(zip.get(), folder);
    return this;
  }

  static void unpack(Path zip, Path folder) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(in, file);
        }
      }
    }
  }

  /** The zip; the test does not run if it was not built, as in {@code mvn test}. */
  static Path requireZip() throws IOException {
    Optional<Path> zip = newest("fiji");
    assumeTrue(zip.isPresent(), "not run: no installable zip; mvn verify builds it");
    return zip.get();
  }

  /** The zip of a part for this machine. */
  private static Optional<Path> newest(String part) throws IOException {
    Path target = ROOT.resolve("plugin-fiji-ui/install/target");
    if (!Files.isDirectory(target) || Platform.current().isEmpty()) {
      return Optional.empty();
    }
    String name = "cleanplate-.*-" + part + "-" + Platform.current().get().label() + "\\.zip";
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches(name))
          .max(Comparator.comparing(file -> file.toFile().lastModified()));
    }
  }

  /** Runs a class in the patched ImageJ, without a display. */
  Result runHeadless(Class<?> main, String... arguments) throws IOException, InterruptedException {
    return runHeadless(List.of(), main, arguments);
  }

  Result runHeadless(List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java());
    command.addAll(
        List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED", "-Djava.awt.headless=true"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    command.addAll(List.of(arguments));
    return run(command, Map.of());
  }

  /** Runs {@code ImageJ -batch} without a display, patched by the agent of the patcher. */
  Result runWithAgent(Path macro, String argument) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java());
    command.addAll(
        List.of(
            "-javaagent:" + jarOf("ij1-patcher-") + "=init",
            "--add-opens",
            "java.base/java.lang=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-cp",
            classPath(),
            "ij.ImageJ",
            "-batch",
            macro.toString(),
            argument));
    return run(command, Map.of());
  }

  /** Runs {@code ImageJ -batch}, as it is published, on a display. */
  Result runOnDisplay(String display, Path macro, String argument)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of("-cp", jarOf("ij-"), "ij.ImageJ", "-batch", macro.toString(), argument));
    return run(command, Map.of("DISPLAY", display));
  }

  static Result run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    return run(command, environment, Path.of("").toAbsolutePath());
  }

  /** Runs a command to its end in a working folder; one that hangs fails the test. */
  static Result run(List<String> command, Map<String, String> environment, Path workingFolder)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).directory(workingFolder.toFile());
    builder.environment().putAll(environment);
    Path transcript = Files.createTempFile("transcript", ".txt");
    try {
      Process process = builder.redirectOutput(transcript.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        throw new AssertionError(
            command + " hung:\n" + Files.readString(transcript, StandardCharsets.UTF_8));
      }
      return new Result(process.exitValue(), Files.readString(transcript, StandardCharsets.UTF_8));
    } finally {
      Files.delete(transcript);
    }
  }

  private List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-Dplugins.dir=" + folder);
  }

  private String classPath() {
    return Stream.of(
            SAMPLES.resolve("target/classes").toString(),
            SAMPLES.resolve("target/test-classes").toString(),
            jarOf("ij-"),
            jarOf("ij1-patcher-"),
            jarOf("javassist-"),
            jarOf("classgraph-"),
            folder.resolve("plugins/Cleanplate") + "/*")
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A jar of the test's class path, by the begin of its name. */
  static String jarOf(String prefix) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Path.of(entry).getFileName().toString().startsWith(prefix))
        .findFirst()
        .orElseThrow();
  }

  /**
   * How a JVM ended.
   *
   * @param output standard output and standard error
   */
  record Result(int exitCode, String output) {}
}
