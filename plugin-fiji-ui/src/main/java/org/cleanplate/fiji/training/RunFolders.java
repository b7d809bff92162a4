package org.cleanplate.fiji.training;

import java.nio.file.Path;
import java.time.LocalDate;

/** Where runs go if the user names no place. */
final class RunFolders {
  private RunFolders() {}

  /** A folder of today in the user's own, which need not exist. */
  static String proposed() {
    return Path.of(System.getProperty("user.home"), "cleanplate-runs", "run-" + LocalDate.now())
        .toString();
  }
}
