package org.cleanplate.training.torch;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.bytedeco.pytorch.Device;
import org.cleanplate.MattingException;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.weights.Checkpoint;
import org.cleanplate.network.weights.SafetensorsWriter;
import org.cleanplate.network.weights.SafetensorsWriter.Precision;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;
import org.cleanplate.training.TrainingListener;
import org.cleanplate.training.TrainingLosses;
import org.cleanplate.training.TrainingPlan;
import org.cleanplate.training.TrainingReport;
import org.cleanplate.training.TrainingReport.Outcome;
import org.cleanplate.training.TrainingStage;
import org.cleanplate.training.TrainingStep;
import org.cleanplate.training.ValidationResult;
import org.cleanplate.training.data.SampleLoader;
import org.cleanplate.training.data.SampleProvider;
import org.cleanplate.training.data.SampleSource;
import org.cleanplate.training.data.SampleUse;
import org.cleanplate.training.run.Checkpoints;
import org.cleanplate.training.run.CsvLog;
import org.cleanplate.training.run.RunFolder;
import org.cleanplate.training.run.SavedRun;

/** One call of the trainer: from the last checkpoint, or the start, to the end. */
final class TrainingRun {
  private static final String CURVE_HEADER =
      "step,total,alpha,edges,foreground,error,laplacian,gradient_norm,learning_rate_factor,seconds";
  private static final String VALIDATION_HEADER =
      "step,mean_absolute_difference,mean_squared_difference,best";

  private final TrainingPlan plan;
  private final RunFolder folder;
  private final SampleProvider samples;
  private final TrainingListener listener;
  private final Cancellation cancellation;
  private final Checkpoints checkpoints;
  private final long startNanos = System.nanoTime();

  TrainingRun(
      TrainingPlan plan,
      RunFolder folder,
      SampleProvider samples,
      TrainingListener listener,
      Cancellation cancellation) {
    this.plan = plan;
    this.folder = folder;
    this.samples = samples;
    this.listener = listener;
    this.cancellation = cancellation;
    this.checkpoints = new Checkpoints(folder.path());
  }

  TrainingReport run() {
    Device device = TrainingDevice.choose(plan.compute(), listener);
    Optional<Checkpoints.Saved> saved = checkpoints.latest(listener::message);
    Checkpoint start = saved.map(Checkpoints.Saved::model).orElseGet(() -> StartingModel.of(plan));
    try (TrainingSession session =
        new TrainingSession(plan, start.architecture(), start.weights(), device, cancellation)) {
      saved.ifPresent(
          found -> {
            session.restore(found.run().tensors());
            listener.message("Going on after step " + found.run().step());
          });
      return run(session, start.architecture(), device, saved);
    }
  }

  private TrainingReport run(
      TrainingSession session,
      Architecture architecture,
      Device device,
      Optional<Checkpoints.Saved> saved) {
    try (SampleSource source = samples.open(plan.data(), SampleUse.TRAINING, plan.seed());
        Validation validation = new Validation(plan, samples, session, folder)) {
      return new Loop(session, architecture, device, source, validation, saved).run();
    } catch (IOException e) {
      throw new MattingException("The samples cannot be closed: " + e.getMessage(), e);
    }
  }

  /** The steps, with all that happens between them. */
  private final class Loop {
    private final TrainingSession session;
    private final Architecture architecture;
    private final Device device;
    private final SampleSource source;
    private final Validation validation;
    private final int first;
    private int done;
    private int savedAt;
    private SavedRun.Score score;
    private Optional<ValidationResult> best;

    Loop(
        TrainingSession session,
        Architecture architecture,
        Device device,
        SampleSource source,
        Validation validation,
        Optional<Checkpoints.Saved> saved) {
      this.session = session;
      this.architecture = architecture;
      this.device = device;
      this.source = source;
      this.validation = validation;
      this.first = saved.map(found -> found.run().step()).orElse(0);
      this.done = first;
      this.savedAt = saved.isPresent() ? first : -1;
      this.score = saved.map(found -> found.run().score()).orElse(SavedRun.Score.NONE);
      this.best = score.best().map(figures -> validation.result(figures, true));
    }

    TrainingReport run() {
      try (CsvLog curve = CsvLog.open(folder.file("curve.csv"), CURVE_HEADER, first);
          CsvLog scores = CsvLog.open(folder.file("validation.csv"), VALIDATION_HEADER, savedAt);
          SampleLoader loader = loader()) {
        return report(steps(loader, curve, scores));
      } catch (CancellationException e) {
        saveUnlessSaved();
        return report(Outcome.CANCELLED);
      }
    }

    private SampleLoader loader() {
      StepSeeds seeds = new StepSeeds(plan.seed());
      int batch = plan.schedule().batchSize();
      return new SampleLoader(
          source,
          number -> seeds.crop((int) (number / batch), plan.schedule().crops()),
          (long) first * batch,
          (long) plan.schedule().steps() * batch,
          plan.compute().loaderThreads(),
          2 * batch);
    }

    /** Each turn does what is due at the last step, whether this call made it or one before. */
    private Outcome steps(SampleLoader loader, CsvLog curve, CsvLog scores) {
      if (done == 0 && score.best().isEmpty() && plan.stage() == TrainingStage.FINETUNE) {
        // So that a model which training makes worse is not taken for the best.
        validate(scores);
      }
      while (true) {
        boolean atEnd = done == plan.schedule().steps();
        if (score.lastStep() < done && isDue(plan.milestones().validateEvery())) {
          validate(scores);
        }
        boolean stale = isStale();
        if (atEnd || stale || isDue(plan.milestones().checkpointEvery())) {
          saveUnlessSaved();
        }
        if (atEnd || stale) {
          return atEnd ? Outcome.COMPLETED : Outcome.STOPPED_EARLY;
        }
        TrainingSession.Outcome outcome = session.step(done, loader);
        done++;
        tell(outcome, curve);
      }
    }

    private boolean isDue(int every) {
      return done > 0 && (done % every == 0 || done == plan.schedule().steps());
    }

    private boolean isStale() {
      int patience = plan.milestones().patience();
      return patience > 0 && score.sinceBest() >= patience;
    }

    private void tell(TrainingSession.Outcome outcome, CsvLog curve) {
      double factor = plan.schedule().learningRateFactor(done - 1);
      TrainingLosses losses = outcome.losses();
      int total = plan.schedule().steps();
      curve.add(
          done,
          losses.total(),
          losses.alpha(),
          losses.edges(),
          losses.foreground(),
          losses.error(),
          losses.laplacian(),
          outcome.gradientNorm(),
          factor,
          elapsed().toMillis() / 1000.0);
      Progress progress =
          new Progress("Training", done - first, OptionalLong.of(total - first), elapsed());
      listener.step(
          new TrainingStep(done, total, losses, outcome.gradientNorm(), factor, progress));
    }

    private void validate(CsvLog scores) {
      SavedRun.Validation figures = validation.run(done, cancellation);
      boolean isBest = score.isBeatenBy(figures);
      score = score.with(figures);
      ValidationResult result = validation.result(figures, isBest);
      scores.add(done, figures.meanAbsoluteDifference(), figures.meanSquaredDifference(), isBest);
      if (isBest) {
        best = Optional.of(result);
        SafetensorsWriter.write(folder.file("best.safetensors"), model(), Precision.SINGLE);
      }
      listener.validation(result);
    }

    private Checkpoint model() {
      Map<String, String> metadata = new TreeMap<>();
      metadata.put("trainingStage", plan.stage().id());
      metadata.put("trainingSteps", Integer.toString(done));
      metadata.put("trainingSeed", Long.toString(plan.seed()));
      score
          .best()
          .ifPresent(
              figures ->
                  metadata.put("validationMad", Double.toString(figures.meanAbsoluteDifference())));
      return new Checkpoint(architecture, session.averagedWeights(), metadata);
    }

    private void saveUnlessSaved() {
      if (savedAt != done) {
        SavedRun run = new SavedRun(done, score, session.save());
        checkpoints.save(new Checkpoints.Saved(model(), run), plan.milestones().keptCheckpoints());
        savedAt = done;
      }
    }

    private TrainingReport report(Outcome outcome) {
      var model = checkpoints.model(done);
      if (outcome != Outcome.CANCELLED) {
        model = folder.file("model.safetensors");
        SafetensorsWriter.write(model, model(), Precision.SINGLE);
      }
      return new TrainingReport(outcome, done, model, best, elapsed(), device.str().getString());
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
