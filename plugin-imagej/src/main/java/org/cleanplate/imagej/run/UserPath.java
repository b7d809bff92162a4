package org.cleanplate.imagej.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.cleanplate.MattingException;

/** Paths as users write them. */
final class UserPath {
  private UserPath() {}

  /**
   * @throws MattingException if the system has no such paths
   */
  static Path of(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new MattingException("\"" + text + "\" is not a path", e);
    }
  }
}
