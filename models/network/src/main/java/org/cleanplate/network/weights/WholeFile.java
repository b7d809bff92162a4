package org.cleanplate.network.weights;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.cleanplate.MattingException;

/** Writes files that are there whole or not at all. */
public final class WholeFile {
  private WholeFile() {}

  /** Makes and fills a file that does not exist yet. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path file) throws IOException;
  }

  /**
   * Writes under a temporary name in the target's folder, which is made if it is missing, then
   * moves the file to its name, in place of an older one.
   *
   * @throws IOException if anything fails; no file of the target's name is made or changed then
   */
  public static void write(Path target, Content content) throws IOException {
    Path absolute = target.toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    // Not Files.createTempFile: its files are for their owner's eyes only.
    Path temporary =
        absolute.resolveSibling("." + absolute.getFileName() + "-" + UUID.randomUUID() + ".tmp");
    try {
      content.writeTo(temporary);
      move(temporary, absolute);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * As {@link #write}, for a file that the user asked for.
   *
   * @throws MattingException if anything fails; no file of the target's name is made or changed
   *     then
   */
  public static void save(Path target, Content content) {
    try {
      write(target, content);
    } catch (IOException e) {
      throw new MattingException(
          "Cannot write "
              + target
              + ": "
              + e.getMessage()
              + ". Is the folder writable, the disk full?",
          e);
    }
  }

  /** Gives a whole file its final name, in one step where the file system can. */
  public static void move(Path whole, Path target) throws IOException {
    try {
      Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
