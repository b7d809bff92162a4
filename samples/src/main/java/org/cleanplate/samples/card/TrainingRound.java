package org.cleanplate.samples.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cleanplate.training.RunTable;

/**
 * One of the runs that led to a model, as it is kept beside the card: its losses, averaged over
 * some steps at a time, and its validations.
 *
 * @param name of the run folder
 * @param losses columns {@code step}, {@code hours} and {@code loss}
 * @param validations columns {@code step}, {@code hours} and {@code mad}
 */
record TrainingRound(String name, RunTable losses, RunTable validations) {
  static final String HOURS = "hours";
  static final String LOSS = "loss";

  /** Mean absolute difference of alpha, 0..1. */
  static final String MAD = "mad";

  /** Points of a kept curve at most. */
  private static final int MOST_POINTS = 60;

  private static final double SECONDS_PER_HOUR = 3600;
  private static final String LOSSES = "-losses.csv";
  private static final String VALIDATIONS = "-validations.csv";

  /** Steps made. */
  int steps() {
    return (int) last(losses.column(RunTable.STEP));
  }

  /** Time on the clock while it ran. */
  double hours() {
    return last(losses.column(HOURS));
  }

  private static double last(double[] values) {
    return values.length == 0 ? 0 : values[values.length - 1];
  }

  /** Replaces the rounds that are kept in {@code folder} by those of some run folders. */
  static void keepAll(List<Path> runs, Path folder) throws IOException {
    for (Path old : kept(folder, "")) {
      Files.delete(old);
    }
    for (int i = 0; i < runs.size(); i++) {
      keep(runs.get(i), folder.resolve((i + 1) + "-" + runs.get(i).getFileName()).toString());
    }
  }

  private static void keep(Path run, String prefix) throws IOException {
    RunTable curve = RunTable.read(run.resolve("curve.csv"));
    double[] steps = curve.column(RunTable.STEP);
    double[] hours = hours(curve.column("seconds"));
    double[] loss = curve.column("total");
    List<String> lines = new ArrayList<>(List.of(String.join(",", RunTable.STEP, HOURS, LOSS)));
    int bin = Math.max(1, (steps.length + MOST_POINTS - 1) / MOST_POINTS);
    for (int first = 0; first < steps.length; first += bin) {
      int end = Math.min(steps.length, first + bin);
      double mean = Arrays.stream(loss, first, end).average().orElseThrow();
      lines.add(line(steps[end - 1], hours[end - 1], mean));
    }
    Files.write(Path.of(prefix + LOSSES), lines);
    RunTable validation = RunTable.read(run.resolve("validation.csv"));
    double[] at = validation.column(RunTable.STEP);
    double[] mad = validation.column("mean_absolute_difference");
    List<String> kept = new ArrayList<>(List.of(String.join(",", RunTable.STEP, HOURS, MAD)));
    for (int i = 0; i < at.length; i++) {
      int row = Arrays.binarySearch(steps, at[i]);
      kept.add(line(at[i], hours[Math.max(0, row)], mad[i]));
    }
    Files.write(Path.of(prefix + VALIDATIONS), kept);
  }

  /** The time column starts anew each time a run goes on; this does not. */
  private static double[] hours(double[] seconds) {
    double[] hours = new double[seconds.length];
    double before = 0;
    for (int i = 0; i < seconds.length; i++) {
      before += i > 0 && seconds[i] < seconds[i - 1] ? seconds[i - 1] : 0;
      hours[i] = (before + seconds[i]) / SECONDS_PER_HOUR;
    }
    return hours;
  }

  private static String line(double step, double hours, double value) {
    return String.format(Locale.ROOT, "%.0f,%.4f,%.6f", step, hours, value);
  }

  /** The rounds kept in a folder, the first first. */
  static List<TrainingRound> readAll(Path folder) throws IOException {
    return kept(folder, LOSSES).stream().map(TrainingRound::read).toList();
  }

  private static TrainingRound read(Path losses) {
    String file = losses.getFileName().toString();
    String prefix = file.substring(0, file.length() - LOSSES.length());
    RunTable validations = RunTable.read(losses.resolveSibling(prefix + VALIDATIONS));
    String name = prefix.substring(prefix.indexOf('-') + 1);
    return new TrainingRound(name, RunTable.read(losses), validations);
  }

  /** Kept tables whose names end so, in the order of their numbers. */
  private static List<Path> kept(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("\\d+-.*-(losses|validations)\\.csv"))
          .filter(file -> file.getFileName().toString().endsWith(end))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
