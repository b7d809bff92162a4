package org.cleanplate.training;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cleanplate.MattingException;
import org.cleanplate.progress.Cancellation;

/** Trains from the shell: one argument, the file of a plan. The same command goes on. */
public final class Train {
  private static final int TELL_EVERY = 20;

  private Train() {}

  /** Ends with 1 if the plan is wrong or training fails, with the reason. */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("Usage: Train PLAN.properties");
      System.exit(2);
    }
    Cancellation cancellation = new Cancellation();
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cancellation, ended)));
    boolean good = train(Path.of(arguments[0]), cancellation);
    ended.countDown();
    System.exit(good ? 0 : 1);
  }

  private static boolean train(Path file, Cancellation cancellation) {
    try {
      TrainingPlan plan = TrainingPlan.read(file);
      TrainingReport report = ModelTrainer.find().run(plan, new Printer(), cancellation);
      System.out.printf(
          Locale.ROOT,
          "%s after %d steps, %d s. Model: %s%n",
          report.outcome(),
          report.steps(),
          report.elapsed().toSeconds(),
          report.model());
      return true;
    } catch (MattingException e) {
      System.err.println(e.getMessage());
      return false;
    }
  }

  /** On Ctrl-C: lets the run save its checkpoint before the process ends. */
  private static void stop(Cancellation cancellation, CountDownLatch ended) {
    cancellation.cancel();
    try {
      ended.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Printer implements TrainingListener {
    @Override
    public void message(String text) {
      System.out.println(text);
    }

    @Override
    public void step(TrainingStep step) {
      if (step.done() % TELL_EVERY == 0 || step.done() == step.total()) {
        System.out.printf(
            Locale.ROOT,
            "step %d/%d loss %.5f alpha %.5f gradient %.3f, %s%n",
            step.done(),
            step.total(),
            step.losses().total(),
            step.losses().alpha(),
            step.gradientNorm(),
            step.progress().describe());
      }
    }

    @Override
    public void validation(ValidationResult result) {
      System.out.printf(
          Locale.ROOT,
          "step %d validation MAD %.5f MSE %.5f%s%n",
          result.step(),
          result.meanAbsoluteDifference(),
          result.meanSquaredDifference(),
          result.best() ? ", the best so far" : "");
    }
  }
}
