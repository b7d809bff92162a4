package org.cleanplate.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cleanplate.imagej.command.MacroReference;

/** Writes the page of all keys and functions of macros: {@code MacroReferencePage FILE.md}. */
public final class MacroReferencePage {
  private MacroReferencePage() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("Usage: MacroReferencePage FILE.md");
      System.exit(2);
    }
    Files.writeString(Path.of(arguments[0]), MacroReference.markdown());
  }
}
