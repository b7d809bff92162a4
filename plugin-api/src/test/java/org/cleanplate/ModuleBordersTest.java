package org.cleanplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps the borders that the design draws: which package may know which library. */
class ModuleBordersTest {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  /** In imports and, written out in full, in the code. */
  private static final Pattern LIBRARY =
      Pattern.compile("\\b((?:org|com|ai|net|io|ij|java|javax)(?:\\.\\w+)+)");

  private static final List<Source> SOURCES = new ArrayList<>();

  @BeforeAll
  static void readSources() throws IOException {
    Path root = Path.of(System.getProperty("cleanplate.root", "..")).normalize();
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files =
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
              .toList();
    }
    for (Path file : files) {
      SOURCES.add(Source.parse(root.relativize(file).toString(), Files.readString(file)));
    }
    assertTrue(SOURCES.size() > 20, "Only " + SOURCES.size() + " sources under " + root);
  }

  @Test
  void onlyTheOnnxEngineAndItsBaselineKnowOnnxRuntime() {
    assertUsedOnlyIn(
        "ai.onnxruntime", "org.cleanplate.engine.ort", "org.cleanplate.samples.benchmark");
  }

  @Test
  void onlyVideoKnowsFFmpegAndJavaCV() {
    assertUsedOnlyIn("org.bytedeco.ffmpeg", "org.cleanplate.video");
    assertUsedOnlyIn("org.bytedeco.javacv", "org.cleanplate.video");
  }

  @Test
  void onlyPlateAlignmentKnowsOpenCV() {
    assertUsedOnlyIn("org.bytedeco.opencv", "org.cleanplate.plate.align");
  }

  @Test
  void onlyTrainingKnowsLibtorch() {
    assertUsedOnlyIn("org.bytedeco.pytorch", "org.cleanplate.training");
  }

  @Test
  void onlyTheImageJModulesKnowImageJ() {
    assertNone(
        source ->
            !source.path.startsWith("plugin-") && !source.path.startsWith("samples")
                || source.path.startsWith("plugin-api"),
        name -> name.startsWith("ij.") || name.startsWith("net.imagej."));
  }

  @Test
  void onlyTheFijiModuleKnowsSciJava() {
    assertNone(
        source -> !source.path.startsWith("plugin-fiji-ui"),
        name -> name.startsWith("org.scijava."));
  }

  @Test
  void framesPlatesJobsAndProgressAreJdkOnly() {
    List<String> jdkOnly =
        List.of(
            "org.cleanplate.detail",
            "org.cleanplate.frame",
            "org.cleanplate.plate",
            "org.cleanplate.plate.check",
            "org.cleanplate.plate.estimate",
            "org.cleanplate.plate.match",
            "org.cleanplate.job",
            "org.cleanplate.live",
            "org.cleanplate.matte",
            "org.cleanplate.metric",
            "org.cleanplate.output",
            "org.cleanplate.progress",
            "org.cleanplate.resume");
    assertNone(
        source -> jdkOnly.contains(source.packageName),
        name ->
            !name.startsWith("java.")
                && !name.startsWith("javax.")
                && !name.startsWith("org.cleanplate."));
  }

  @Test
  void theNetworkDoesNotKnowTheApi() {
    List<String> above =
        List.of(
            "frame", "plate", "job", "matte", "engine", "video", "sequence", "output", "imagej");
    assertNone(
        source -> source.path.startsWith("models/network"),
        name -> above.stream().anyMatch(part -> name.startsWith("org.cleanplate." + part + ".")));
  }

  private static void assertUsedOnlyIn(String library, String... allowedPackages) {
    assertNone(
        source -> Stream.of(allowedPackages).noneMatch(name -> isIn(source.packageName, name)),
        name -> name.equals(library) || name.startsWith(library + "."));
  }

  private static boolean isIn(String packageName, String parent) {
    return packageName.equals(parent) || packageName.startsWith(parent + ".");
  }

  private static void assertNone(Predicate<Source> sources, Predicate<String> forbidden) {
    List<String> found =
        SOURCES.stream()
            .filter(sources)
            .flatMap(
                source ->
                    source.libraries.stream()
                        .filter(forbidden)
                        .map(name -> source.path + " uses " + name))
            .toList();
    assertEquals(List.of(), found);
  }

  private record Source(String path, String packageName, List<String> libraries) {
    static Source parse(String path, String text) {
      Matcher packageName = PACKAGE.matcher(text);
      assertTrue(packageName.find(), path + " has no package");
      String code = withoutCommentsAndStrings(text);
      return new Source(
          path.replace('\\', '/'),
          packageName.group(1),
          LIBRARY.matcher(code).results().map(match -> match.group(1)).distinct().toList());
    }

    private static String withoutCommentsAndStrings(String text) {
      return text.replaceAll("\"(?:\\\\.|[^\"\\\\\n])*\"", "\"\"")
          .replaceAll("(?s)/\\*.*?\\*/", "")
          .replaceAll("(?m)//.*$", "");
    }
  }
}
