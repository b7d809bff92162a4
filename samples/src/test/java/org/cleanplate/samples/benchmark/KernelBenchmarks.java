package org.cleanplate.samples.benchmark;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.cleanplate.MattingException;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the kernels by JMH and reports them like the other benchmarks. */
public final class KernelBenchmarks {
  private KernelBenchmarks() {}

  /** Runs them; {@link BenchmarkOptions#USAGE}. Exit code 2 for a mistake in the arguments. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    try {
      run(BenchmarkOptions.parse(arguments));
    } catch (MattingException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void run(BenchmarkOptions options) throws IOException, RunnerException {
    Report report = new Report(System.out);
    String loadAtStart = Machine.load();
    TimeValue second = TimeValue.seconds(1);
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(KernelBenchmarks.class.getPackageName() + "\\.\\w+Kernels\\.")
                    .forks(1)
                    .warmupIterations(options.quick() ? 1 : 3)
                    .warmupTime(second)
                    .measurementIterations(options.quick() ? 1 : 5)
                    .measurementTime(second)
                    .build())
            .run();
    report.add(
        "%s. Load %s before, %s after.".formatted(Machine.describe(), loadAtStart, Machine.load()));
    Table table = new Table(List.of("kernel", "least ms", "median ms", "samples"));
    for (RunResult result : results) {
      table.add(row(result.getPrimaryResult(), result.getParams().getBenchmark()));
    }
    report.add(table.toMarkdown());
    report.writeTo(options.results(), "kernels");
  }

  private static List<String> row(Result<?> result, String benchmark) {
    return List.of(
        benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1),
        number(result.getStatistics().getMin()),
        number(result.getStatistics().getPercentile(50)),
        Long.toString(result.getSampleCount()));
  }

  private static String number(double millis) {
    return String.format(Locale.ROOT, "%.2f", millis);
  }
}
