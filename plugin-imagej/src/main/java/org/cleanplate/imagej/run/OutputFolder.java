package org.cleanplate.imagej.run;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.cleanplate.MattingException;

/**
 * A folder for results, made if need be. On closing, folders that were made and stayed empty are
 * removed again, so that a run that failed leaves nothing.
 */
final class OutputFolder implements AutoCloseable {
  private final Path path;
  private final Deque<Path> made = new ArrayDeque<>();

  /**
   * @throws MattingException if the text is no path, or the folder cannot be made
   */
  OutputFolder(String text) {
    try {
      path = Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new MattingException("Output folder \"" + text + "\" is not a path", e);
    }
    make(path);
  }

  Path path() {
    return path;
  }

  /** A folder in this one, made if need be. */
  Path child(String name) {
    Path child = path.resolve(name);
    make(child);
    return child;
  }

  private void make(Path folder) {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (folder.getParent() != null) {
      make(folder.getParent());
    }
    try {
      Files.createDirectory(folder);
    } catch (IOException e) {
      throw new MattingException(
          "Output folder "
              + folder
              + " cannot be made: "
              + (Files.exists(folder) ? "a file has that name" : "check where you may write"),
          e);
    }
    made.push(folder);
  }

  @Override
  public void close() throws IOException {
    while (!made.isEmpty()) {
      try {
        Files.deleteIfExists(made.pop());
      } catch (DirectoryNotEmptyException e) {
        // It holds results.
        return;
      }
    }
  }
}
