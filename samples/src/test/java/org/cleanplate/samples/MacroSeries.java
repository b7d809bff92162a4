package org.cleanplate.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Host program of tests: runs every macro of a folder in one JVM and says after each whether it
 * finished. {@code MacroSeries FOLDER}.
 */
final class MacroSeries {
  static final String BEGIN = "### begin ";
  static final String FINISHED = "### finished ";
  static final String ABORTED = "### aborted ";

  private MacroSeries() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> macros;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      macros = files.filter(file -> file.toString().endsWith(".ijm")).sorted().toList();
    }
    HeadlessImageJ imageJ = HeadlessImageJ.start();
    for (Path macro : macros) {
      System.err.println(BEGIN + macro.getFileName());
      boolean finished = imageJ.run(macro, "");
      System.err.println((finished ? FINISHED : ABORTED) + macro.getFileName());
    }
    System.exit(0);
  }
}
