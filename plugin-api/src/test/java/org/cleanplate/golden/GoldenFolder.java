package org.cleanplate.golden;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of reference tensors: {@code inputs}, {@code outputs}, {@code weights}, {@code onnx}. A
 * file it lacks is looked for in the default folder beside the project.
 */
public final class GoldenFolder {
  private final Path root;
  private final Path fallback;

  GoldenFolder(Path root, Path fallback) {
    this.root = root;
    this.fallback = fallback;
  }

  /**
   * The folder of the system property {@code cleanplate.golden}, seen from the project's root. The
   * calling test is not run if it is the default one and missing; it fails if another was asked for
   * that does not exist.
   */
  public static GoldenFolder fromSystemProperties() {
    Path project = Path.of(System.getProperty("cleanplate.root", "")).toAbsolutePath();
    Path fallback = project.resolve("../shared/golden").normalize();
    Path root =
        project.resolve(System.getProperty("cleanplate.golden", fallback.toString())).normalize();
    if (root.equals(fallback)) {
      assumeTrue(Files.isDirectory(root), "not run: the reference tensors are not at " + root);
    }
    assertTrue(Files.isDirectory(root), "cleanplate.golden is no folder: " + root);
    return new GoldenFolder(root, fallback);
  }

  Path root() {
    return root;
  }

  /** All {@code .npz} files under {@code outputs/<weights>}, in a fixed order. */
  List<Path> outputFiles() throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("outputs"), 2)) {
      return files
          .filter(file -> file.toString().endsWith(".npz"))
          .filter(file -> !file.getParent().equals(root.resolve("outputs")))
          .sorted()
          .toList();
    }
  }

  /** Where a file lies, here or in the default folder; a path that does not exist if in neither. */
  public Path find(String relativePath) {
    Path here = root.resolve(relativePath);
    return Files.exists(here) ? here : fallback.resolve(relativePath);
  }

  public boolean has(String relativePath) {
    return Files.exists(find(relativePath));
  }
}
