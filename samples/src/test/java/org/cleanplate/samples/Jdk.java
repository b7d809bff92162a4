package org.cleanplate.samples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Javas that an installation is tried on. */
enum Jdk {
  /** The one that runs the tests. */
  OWN(""),
  JAVA_25("25");

  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  private final String feature;

  Jdk(String feature) {
    this.feature = feature;
  }

  /** The program; the test does not run if this machine has no such Java. */
  Path java() throws IOException {
    if (this == OWN) {
      return Path.of(System.getProperty("java.home"), "bin", "java");
    }
    Optional<Path> home = installed();
    assumeTrue(home.isPresent(), "not run: no JDK " + feature);
    return home.get().resolve("bin/java");
  }

  private Optional<Path> installed() throws IOException {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    List<Path> homes;
    try (Stream<Path> folders = Files.list(INSTALLED)) {
      homes = folders.filter(home -> Files.isRegularFile(home.resolve("release"))).toList();
    }
    for (Path home : homes) {
      if (Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"" + feature)) {
        return Optional.of(home);
      }
    }
    return Optional.empty();
  }
}
