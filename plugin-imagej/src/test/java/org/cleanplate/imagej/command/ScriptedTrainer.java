package org.cleanplate.imagej.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.catalog.ModelExport;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.training.DataCheck;
import org.cleanplate.training.ModelTrainer;
import org.cleanplate.training.TrainingData;
import org.cleanplate.training.TrainingListener;
import org.cleanplate.training.TrainingLosses;
import org.cleanplate.training.TrainingPlan;
import org.cleanplate.training.TrainingReport;
import org.cleanplate.training.TrainingReport.Outcome;
import org.cleanplate.training.TrainingStep;
import org.cleanplate.training.ValidationResult;

/** Keeps a run folder as a trainer does, but learns nothing: its model is the bundled one. */
final class ScriptedTrainer implements ModelTrainer {
  private final List<TrainingPlan> plans = new ArrayList<>();
  private int cancelAt = Integer.MAX_VALUE;

  /** What it was asked for, call by call. */
  List<TrainingPlan> plans() {
    return plans;
  }

  /** Makes the next runs end as if the user had cancelled after so many steps. */
  void cancelAt(int step) {
    cancelAt = step;
  }

  @Override
  public DataCheck check(TrainingData data, ProgressListener progress, Cancellation cancellation) {
    return new DataCheck("A script", List.of());
  }

  @Override
  public TrainingReport run(
      TrainingPlan plan, TrainingListener listener, Cancellation cancellation) {
    plans.add(plan);
    try {
      return learn(plan, listener);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TrainingReport learn(TrainingPlan plan, TrainingListener listener) throws IOException {
    Path folder = Files.createDirectories(plan.runFolder());
    Files.writeString(folder.resolve("plan.properties"), plan.toText());
    Path model = folder.resolve("best.safetensors");
    ModelExport.of(ModelCatalog.standard().open("cleanplate-slim")).toSafetensors(model);
    StringBuilder curve = new StringBuilder("step,total,seconds\n");
    int steps = Math.min(cancelAt, plan.schedule().steps());
    Duration elapsed = Duration.ofSeconds(3);
    for (int step = 1; step <= steps; step++) {
      double loss = 1.0 / step + 0.1 * Math.sin(step);
      curve.append(step).append(',').append(loss).append(',').append(step * 0.1).append('\n');
      Progress progress = new Progress("Training", step, OptionalLong.of(steps), elapsed);
      TrainingLosses losses = new TrainingLosses(loss, loss, 0, 0, 0, 0);
      listener.step(new TrainingStep(step, plan.schedule().steps(), losses, 1, 1, progress));
    }
    Files.writeString(folder.resolve("curve.csv"), curve);
    Files.writeString(
        folder.resolve("validation.csv"),
        "step,mean_absolute_difference\n10,0.05\n20,0.03\n30,0.025\n");
    ValidationResult best =
        new ValidationResult(30, 0.025, 0.01, true, folder.resolve("validation-30.png"));
    listener.validation(best);
    Outcome outcome = steps == cancelAt ? Outcome.CANCELLED : Outcome.COMPLETED;
    return new TrainingReport(outcome, steps, model, Optional.of(best), elapsed, "a script");
  }
}
