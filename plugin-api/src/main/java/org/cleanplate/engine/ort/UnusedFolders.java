package org.cleanplate.engine.ort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Folders of a cache that nobody has used for long; who uses one renews its time. */
final class UnusedFolders {
  private static final Duration KEPT = Duration.ofDays(60);

  private UnusedFolders() {}

  /** Deletes those that lie in {@code root}. */
  static void delete(Path root) throws IOException {
    Instant limit = Instant.now().minus(KEPT);
    try (Stream<Path> folders = Files.list(root)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(limit)) {
          deleteWhole(folder);
        }
      }
    }
  }

  /** Libraries that another program has loaded stay where the system does not let them go. */
  private static void deleteWhole(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        file.toFile().delete();
      }
    }
    folder.toFile().delete();
  }
}
