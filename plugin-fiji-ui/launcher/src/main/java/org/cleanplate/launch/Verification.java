package org.cleanplate.launch;

import ij.IJ;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the engine's jars with what the build made: their sizes each time, their content once
 * for as long as no file changes.
 */
final class Verification {
  private final Path record;

  /**
   * @param record file in which it is kept that all was well; need not exist
   */
  Verification(Path record) {
    this.record = record;
  }

  /** What is wrong, a sentence for each jar. */
  List<String> problems(List<ListedJar> jars) throws IOException {
    List<String> problems = new ArrayList<>();
    for (ListedJar jar : jars) {
      jar.problem().ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      return problems;
    }
    String stamps = stamps(jars);
    if (!stamps.equals(recorded())) {
      for (ListedJar jar : jars) {
        jar.damage().ifPresent(problems::add);
      }
      if (problems.isEmpty()) {
        record(stamps);
      }
    }
    return problems;
  }

  private static String stamps(List<ListedJar> jars) throws IOException {
    StringBuilder text = new StringBuilder();
    for (ListedJar jar : jars) {
      text.append(jar.stamp()).append('\n');
    }
    return text.toString();
  }

  private String recorded() {
    try {
      return new String(Files.readAllBytes(record), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private void record(String stamps) {
    try {
      Files.createDirectories(record.getParent());
      Files.write(record, stamps.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Where nothing can be written, the content is compared again at the next start.
      IJ.log("Cleanplate cannot write " + record + ": " + e.getMessage());
    }
  }
}
