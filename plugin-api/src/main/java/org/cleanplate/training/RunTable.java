package org.cleanplate.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cleanplate.MattingException;

/**
 * A table of numbers that a run keeps, {@code curve.csv} or {@code validation.csv}.
 *
 * @param columns their names
 * @param rows the lines below the names, each as long as there are columns
 */
public record RunTable(List<String> columns, List<String[]> rows) {
  /** Of both tables: steps made so far. */
  public static final String STEP = "step";

  public RunTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a table; one that does not exist yet has no rows. A last line that was cut off is passed
   * over.
   *
   * @throws MattingException if the file cannot be read
   */
  public static RunTable read(Path file) {
    if (!Files.exists(file)) {
      return new RunTable(List.of(), List.of());
    }
    try {
      List<String> lines = Files.readAllLines(file);
      List<String> columns = lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).split(","));
      List<String[]> rows = new ArrayList<>();
      for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
        String[] values = line.split(",");
        if (values.length == columns.size()) {
          rows.add(values);
        }
      }
      return new RunTable(columns, rows);
    } catch (IOException e) {
      throw new MattingException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * The numbers of a column, from first to last.
   *
   * @throws MattingException if there is no such column, or it holds something else
   */
  public double[] column(String name) {
    int index = columns.indexOf(name);
    if (index < 0 && !rows.isEmpty()) {
      throw new MattingException("A run's table has the columns " + columns + ", not " + name);
    }
    try {
      return rows.stream().mapToDouble(row -> Double.parseDouble(row[index])).toArray();
    } catch (NumberFormatException e) {
      throw new MattingException(
          "Column " + name + " of a run's table is damaged: " + e.getMessage(), e);
    }
  }

  /** A curve without its noise: the exponential mean over about a fiftieth of it at a time. */
  public static double[] runningMean(double[] values) {
    double share = Math.min(1, 50.0 / values.length);
    double[] means = new double[values.length];
    double mean = values.length == 0 ? 0 : values[0];
    for (int i = 0; i < values.length; i++) {
      mean += Math.max(share, 1.0 / (i + 1)) * (values[i] - mean);
      means[i] = mean;
    }
    return means;
  }
}
