package org.cleanplate.imagej.batch;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.cleanplate.imagej.batch.BatchOutcome.Status;
import org.cleanplate.output.OutputFile;

/** What came of all files of a batch, as a CSV file that is whole after each of them. */
public final class BatchSummary {
  private static final String[] COLUMNS = {
    "source", "status", "reason", "frames", "seconds", "results"
  };

  private final Path file;
  private final List<BatchOutcome> outcomes = new ArrayList<>();

  /**
   * @param file to write; its folder is made if need be
   */
  BatchSummary(Path file) {
    this.file = file;
  }

  /** Where the summary lies. */
  public Path file() {
    return file;
  }

  /** The outcomes so far, in the order of the files. */
  public List<BatchOutcome> outcomes() {
    return List.copyOf(outcomes);
  }

  void add(BatchOutcome outcome) throws IOException {
    outcomes.add(outcome);
    Files.createDirectories(file.getParent());
    try (OutputFile output = OutputFile.create(file)) {
      try (Writer text = Files.newBufferedWriter(output.temporary(), StandardCharsets.UTF_8);
          CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
        csv.printRecord((Object[]) COLUMNS);
        for (BatchOutcome row : outcomes) {
          csv.printRecord(
              row.source(),
              row.status().word(),
              row.reason(),
              row.frames(),
              String.format(Locale.ROOT, "%.1f", row.seconds()),
              row.results().stream().map(Path::toString).collect(Collectors.joining("; ")));
        }
      }
      output.moveToTarget();
    }
  }

  /** One line: {@code 10 ok, 1 failed, 1 skipped}. */
  public String describe() {
    List<String> parts = new ArrayList<>();
    for (Status status : Status.values()) {
      long count = outcomes.stream().filter(outcome -> outcome.status() == status).count();
      if (count > 0) {
        parts.add(count + " " + status.word());
      }
    }
    return String.join(", ", parts);
  }

  /** What failed and why, one a line. */
  List<String> failures() {
    return outcomes.stream()
        .filter(outcome -> outcome.status() == Status.FAILED)
        .map(outcome -> outcome.source().getFileName() + ": " + outcome.reason())
        .toList();
  }
}
