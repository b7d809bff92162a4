package org.cleanplate.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small file system in memory, or one that cannot be written to. */
public final class SmallDisk implements AutoCloseable {
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
  public static Optional<SmallDisk> mount(Path folder, String options)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    try {
      boolean mounted = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
      return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Changes its options, such as {@code size=2m}; the files stay. */
  public void remount(String options) throws IOException, InterruptedException {
    if (!run("mount", "-o", "remount," + options, folder.toString())) {
      throw new IOException("Cannot remount " + folder + " with " + options);
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", folder.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
