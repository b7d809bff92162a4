package org.cleanplate.samples.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cleanplate.MattingException;

/**
 * What a benchmark found: printed as it comes, and in the end put into a page in place of what an
 * earlier run left there, between {@code <!-- begin NAME -->} and {@code <!-- end NAME -->}.
 */
final class Report {
  private final PrintStream out;
  private final StringBuilder text = new StringBuilder();

  Report(PrintStream out) {
    this.out = out;
  }

  /** Adds a paragraph or a table. */
  void add(String paragraph) {
    out.println(paragraph);
    text.append(paragraph.stripTrailing()).append("\n\n");
  }

  /**
   * Replaces a section of a page.
   *
   * @param page empty to leave it at what was printed
   * @throws MattingException if the page has no such section
   */
  void writeTo(Optional<Path> page, String section) throws IOException {
    if (page.isEmpty()) {
      return;
    }
    String begin = "<!-- begin " + section + " -->\n";
    String end = "<!-- end " + section + " -->\n";
    String before = Files.readString(page.get());
    int from = before.indexOf(begin) + begin.length();
    int to = before.indexOf(end);
    if (from < begin.length() || to < from) {
      throw new MattingException(page.get() + " has no section, expected the lines " + begin + end);
    }
    Files.writeString(page.get(), before.substring(0, from) + text + before.substring(to));
  }
}
