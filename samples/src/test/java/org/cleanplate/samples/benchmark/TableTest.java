package org.cleanplate.samples.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

  @Test
  void alignsMarkdownAndQuotesCsv() {
    Table table = new Table(List.of("a", "wide"));
    table.add(List.of("1, 2", "x"));
    assertEquals("| a    | wide |\n| ---- | ---- |\n| 1, 2 | x    |\n", table.toMarkdown());
    assertEquals("a,wide\n\"1, 2\",x\n", table.toCsv());
  }

  @Test
  void replacesItsOwnSectionOfAPageAndNothingElse(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("page.md");
    Files.writeString(page, "before\n<!-- begin x -->\nold\n<!-- end x -->\nafter\n");
    Report report = new Report(new PrintStream(new ByteArrayOutputStream()));
    report.add("new");
    report.writeTo(Optional.of(page), "x");
    assertEquals(
        "before\n<!-- begin x -->\nnew\n\n<!-- end x -->\nafter\n", Files.readString(page));
    assertThrows(MattingException.class, () -> report.writeTo(Optional.of(page), "y"));
  }
}
