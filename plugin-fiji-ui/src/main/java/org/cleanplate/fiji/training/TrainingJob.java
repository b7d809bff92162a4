package org.cleanplate.fiji.training;

import ij.IJ;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.TrainModelParameters;
import org.cleanplate.imagej.run.Failures;
import org.cleanplate.imagej.run.ModelTraining;
import org.cleanplate.imagej.run.RunMonitor;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.training.DataCheck;
import org.cleanplate.training.ModelTrainer;

/**
 * Something that takes long, on a thread of its own, which does not keep ImageJ from quitting: a
 * run, or a check of its data. Both are what the macro command does.
 */
final class TrainingJob {
  private final TrainingRecord record;
  private final Work work;
  private final Consumer<JobOutcome> whenOver;
  private final Cancellation cancellation = new Cancellation();

  @FunctionalInterface
  private interface Work {
    JobOutcome run(RunMonitor monitor) throws IOException;
  }

  private TrainingJob(TrainingRecord record, Work work, Consumer<JobOutcome> whenOver) {
    this.record = record;
    this.work = work;
    this.whenOver = whenOver;
  }

  /**
   * A run, not started.
   *
   * @param record is told of all that happens
   * @param whenOver is called on the job's thread
   */
  static TrainingJob training(
      Supplier<ModelTrainer> trainers,
      TrainModelParameters parameters,
      TrainingRecord record,
      Consumer<JobOutcome> whenOver) {
    return new TrainingJob(
        record,
        monitor -> {
          record.load(Path.of(parameters.settings().get("run_folder")));
          new ModelTraining(trainers, record::log, record).run(parameters, monitor);
          return new JobOutcome.Done("Training is done");
        },
        whenOver);
  }

  /** A look through the data of a run, not started. */
  static TrainingJob check(
      Supplier<ModelTrainer> trainers,
      TrainModelParameters parameters,
      TrainingRecord record,
      Consumer<JobOutcome> whenOver) {
    return new TrainingJob(
        record,
        monitor -> outcome(new ModelTraining(trainers, record::log).check(parameters, monitor)),
        whenOver);
  }

  private static JobOutcome outcome(DataCheck check) {
    return check.isGood()
        ? new JobOutcome.Done("Data: " + check.summary())
        : new JobOutcome.Failed(String.join("\n", check.problems()));
  }

  void start() {
    Thread thread = new Thread(this::run, "cleanplate-training");
    thread.setDaemon(true);
    // Libraries look for their parts by it; a thread of the window's has that of ImageJ.
    thread.setContextClassLoader(TrainingJob.class.getClassLoader());
    thread.start();
  }

  /** Asks it to stop, which it does within a second. */
  void stop() {
    cancellation.cancel();
  }

  private void run() {
    JobOutcome outcome = outcome();
    record.log(outcome.text());
    whenOver.accept(outcome);
  }

  private JobOutcome outcome() {
    try {
      return work.run(new RunMonitor(cancellation, record::progress));
    } catch (CancellationException e) {
      return new JobOutcome.Stopped("Stopped; Resume goes on from there");
    } catch (MattingException | IOException | OutOfMemoryError | LinkageError e) {
      return new JobOutcome.Failed(Failures.message(e));
    } catch (RuntimeException e) {
      IJ.log(Failures.trace(e));
      return new JobOutcome.Failed("Internal error, see the Log: " + e);
    }
  }
}
