package org.cleanplate.samples.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanplate.MattingException;

/**
 * Where the time goes until the first matte, each step measured in JVMs that do nothing else: as if
 * the command were the first one after ImageJ was opened.
 */
public final class StartUp {
  private static final int QUICK_RUNS = 2;
  private static final int RUNS = 5;
  private static final String QUICK = "--quick";
  private static final String RESULTS = "--results";

  private StartUp() {}

  /**
   * Measures and prints.
   *
   * @param arguments {@code [--quick] [--results PAGE]}
   */
  public static void main(String[] arguments) throws IOException {
    List<String> given = List.of(arguments);
    int results = given.indexOf(RESULTS);
    boolean wrong =
        given.stream()
                .anyMatch(word -> word.startsWith("--") && !List.of(QUICK, RESULTS).contains(word))
            || results == given.size() - 1 && results >= 0;
    if (wrong) {
      throw new MattingException(
          "Arguments are " + given + ", expected [--quick] [--results PAGE]");
    }
    Optional<Path> page =
        results < 0 ? Optional.empty() : Optional.of(Path.of(given.get(results + 1)));
    Report report = new Report(System.out);
    measure(given.contains(QUICK) ? QUICK_RUNS : RUNS, report);
    report.writeTo(page, "start-up");
  }

  private static void measure(int runs, Report report) throws IOException {
    Path cache = Files.createTempDirectory("cleanplate-start-up");
    try {
      report.add(
          "%s. Load at the start %s. Medians of %d JVMs, the first start ever of one."
              .formatted(Machine.describe(), Machine.load(), runs));
      List<Timings> first = run(1, cache);
      List<Timings> later = run(runs, cache);
      report.add(table(first, later));
    } finally {
      delete(cache);
    }
  }

  /** For each step the milliseconds, then for each step those of the processor. */
  private static List<Timings> run(int runs, Path cache) throws IOException {
    List<Timings> figures = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      String[] millis = ChildProcess.lastLineOf(StartUpStep.class, cache.toString()).split(" ");
      for (int f = 0; f < millis.length; f++) {
        if (i == 0) {
          figures.add(new Timings());
        }
        figures.get(f).add(Double.parseDouble(millis[f]));
      }
    }
    return figures;
  }

  private static String table(List<Timings> first, List<Timings> later) {
    int steps = StartUpStep.values().length;
    Table table =
        new Table(
            List.of("step", "first start ever, ms", "later starts, ms", "of the processor, ms"));
    for (StartUpStep step : StartUpStep.values()) {
      int i = step.ordinal();
      table.add(
          row(
              step.title(),
              first.subList(i, i + 1),
              later.subList(i, i + 1),
              later.subList(steps + i, steps + i + 1)));
    }
    int matte = StartUpStep.SECOND_FRAME.ordinal();
    table.add(
        row(
            "all before the second frame",
            first.subList(0, matte),
            later.subList(0, matte),
            later.subList(steps, steps + matte)));
    return table.toMarkdown();
  }

  private static List<String> row(
      String title, List<Timings> first, List<Timings> later, List<Timings> processor) {
    return List.of(title, sum(first), sum(later), sum(processor));
  }

  private static String sum(List<Timings> figures) {
    return String.format(Locale.ROOT, "%.0f", figures.stream().mapToDouble(Timings::median).sum());
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = new ArrayList<>(files.toList());
    }
    for (int i = all.size() - 1; i >= 0; i--) {
      Files.delete(all.get(i));
    }
  }
}
