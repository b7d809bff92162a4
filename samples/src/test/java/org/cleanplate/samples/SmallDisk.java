package org.cleanplate.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file system of a megabyte, or one that cannot be written to. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * Mounts it.
   *
   * @param options {@code size=1m} or {@code ro}
   * @return empty where this user may not mount
   */
  static Optional<SmallDisk> mount(Path folder, String options)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    try {
      int exitCode =
          InstalledImageJ.run(
                  List.of("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()),
                  Map.of())
              .exitCode();
      return exitCode == 0 ? Optional.of(new SmallDisk(folder)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      InstalledImageJ.run(List.of("umount", folder.toString()), Map.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
