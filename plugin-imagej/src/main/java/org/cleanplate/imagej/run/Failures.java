package org.cleanplate.imagej.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What went wrong in words that the user can act upon. */
public final class Failures {
  private Failures() {}

  public static String message(Throwable failure) {
    String text = String.valueOf(failure.getMessage());
    if (failure instanceof LinkageError) {
      return text.contains("already loaded in another classloader")
          ? "The native libraries belong to the plugins as they were before Refresh Menus: restart"
              + " ImageJ"
          : "A library cannot be loaded, is the installation complete? " + failure;
    }
    if (failure instanceof OutOfMemoryError) {
      return "Out of memory ("
          + text
          + "): close images, write the results to files with save=, or raise the limit in"
          + " Edit>Options>Memory & Threads";
    }
    if (failure instanceof NoSuchFileException) {
      return "File " + text + " does not exist";
    }
    if (failure instanceof AccessDeniedException) {
      return "Access to " + text + " is denied";
    }
    return failure.getMessage() == null ? failure.toString() : text;
  }

  /** The whole stack trace, for a report of a bug. */
  public static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
