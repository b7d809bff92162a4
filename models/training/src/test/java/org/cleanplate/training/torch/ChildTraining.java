package org.cleanplate.training.torch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.training.TrainingListener;
import org.cleanplate.training.TrainingPlan;
import org.cleanplate.training.TrainingStep;

/** Training on discs in a JVM of its own, which prints the step and its resident kilobytes. */
final class ChildTraining {
  private ChildTraining() {}

  /** One argument: the file of a plan. */
  public static void main(String[] arguments) {
    TrainingPlan plan = TrainingPlan.read(Path.of(arguments[0]));
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void step(TrainingStep step) {
            System.out.println(step.done() + " " + residentKilobytes());
          }
        };
    new TorchTrainer((data, use, seed) -> new DiscSamples(seed))
        .run(plan, listener, new Cancellation());
  }

  /** Starts it; its output is read from the process. */
  static Process start(Path plan, String... jvmOptions) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder = new ProcessBuilder(java.toString());
    builder.command().addAll(List.of(jvmOptions));
    builder
        .command()
        .addAll(
            List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ChildTraining.class.getName(),
                plan.toString()));
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static long residentKilobytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
