package org.cleanplate.imagej.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cleanplate.MattingException;
import org.cleanplate.engine.AutomaticScale;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.imagej.parameters.TrainModelParameters;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.weights.WholeFile;
import org.cleanplate.training.DataCheck;
import org.cleanplate.training.ModelCard;
import org.cleanplate.training.ModelTrainer;
import org.cleanplate.training.PlanText;
import org.cleanplate.training.TrainingListener;
import org.cleanplate.training.TrainingPlan;
import org.cleanplate.training.TrainingReport;
import org.cleanplate.training.TrainingReport.Outcome;

/** Trains a model in a run folder. Needs no display; with one, curves are shown as they grow. */
public final class ModelTraining {
  private static final String FOOTAGE = "footage";

  /** The key of a plan for the size of the coarse pass; footage is trained as it will be matted. */
  private static final String SCALE = "backbone_scale";

  private final Supplier<ModelTrainer> trainers;
  private final Consumer<String> log;
  private final Optional<TrainingListener> viewer;

  /**
   * @param trainers finds the trainer, or says what is missing
   */
  public ModelTraining(Supplier<ModelTrainer> trainers, Consumer<String> log) {
    this(trainers, log, Optional.empty());
  }

  /**
   * @param viewer is told of all that happens, on the thread that trains, and shows the curves; no
   *     window of them is opened then
   */
  public ModelTraining(
      Supplier<ModelTrainer> trainers, Consumer<String> log, TrainingListener viewer) {
    this(trainers, log, Optional.of(viewer));
  }

  private ModelTraining(
      Supplier<ModelTrainer> trainers, Consumer<String> log, Optional<TrainingListener> viewer) {
    this.trainers = trainers;
    this.log = log;
    this.viewer = viewer;
  }

  /**
   * Trains, or goes on with what the run folder holds.
   *
   * @throws MattingException if the user has to mend something; the last good checkpoint stays
   * @throws CancellationException if cancelled; the same call goes on from there
   */
  public void run(TrainModelParameters parameters, RunMonitor monitor) throws IOException {
    ModelCatalog catalog = ModelCatalog.standard();
    parameters.importAs().ifPresent(catalog::requireFree);
    ModelTrainer trainer = trainer();
    TrainingPlan plan = plan(parameters, monitor);
    log.accept("Cleanplate " + Version.current() + ": training, all goes to " + plan.runFolder());
    TrainingWatch watch = new TrainingWatch(plan, monitor, log, viewer);
    TrainingReport report = trainer.run(plan, watch, monitor.cancellation());
    watch.plots().write();
    ModelCard card = new ModelCard(plan, report, parameters.importAs().orElse(name(plan)));
    WholeFile.write(
        plan.runFolder().resolve("model-card.md"),
        temporary -> Files.writeString(temporary, card.toMarkdown()));
    log.accept(describe(report, card.model()));
    if (report.outcome() == Outcome.CANCELLED) {
      throw new CancellationException("Training cancelled");
    }
    parameters
        .importAs()
        .ifPresent(
            name -> log.accept("Imported " + catalog.importModel(card.model(), name).name()));
  }

  /**
   * Looks through the data that a run would learn from; of footage, the data set is made.
   *
   * @throws MattingException if the plan makes no sense or the footage does not fit
   * @throws CancellationException if cancelled
   */
  public DataCheck check(TrainModelParameters parameters, RunMonitor monitor) throws IOException {
    ModelTrainer trainer = trainer();
    TrainingPlan plan = plan(parameters, monitor);
    return trainer.check(plan.data(), monitor, monitor.cancellation());
  }

  private static String name(TrainingPlan plan) {
    return plan.runFolder().getFileName().toString();
  }

  private ModelTrainer trainer() {
    try {
      return trainers.get();
    } catch (ServiceConfigurationError e) {
      throw new MattingException(
          "The training add-on is there but does not load, is it complete? " + e.getMessage(), e);
    }
  }

  /** The plan, after the data set that it names is made of the user's footage, if there is any. */
  private static TrainingPlan plan(TrainModelParameters parameters, RunMonitor monitor)
      throws IOException {
    PlanText text = text(parameters);
    if (parameters.footage().isEmpty()) {
      return TrainingPlan.of(text);
    }
    TrainingPlan withoutData = TrainingPlan.of(text.with("procedural_share", "1"));
    FootageSet set = new FootageSet(withoutData.runFolder().resolve(FOOTAGE));
    FrameFormat format = set.write(parameters.footage().get(), monitor);
    if (withoutData.refinement().isPresent() && !text.values().containsKey(SCALE)) {
      double scale = AutomaticScale.of(format.width(), format.height());
      text = text.with(SCALE, Double.toString(scale));
    }
    for (Map.Entry<String, String> setting : set.settings().entrySet()) {
      text = text.with(setting.getKey(), setting.getValue());
    }
    return TrainingPlan.of(text);
  }

  /** The file's plan under the settings given inline, whose paths start at the current folder. */
  private static PlanText text(TrainModelParameters parameters) {
    PlanText text =
        parameters
            .plan()
            .map(path -> PlanText.read(UserPath.of(path)))
            .orElseGet(() -> PlanText.parse("", Path.of("")));
    for (Map.Entry<String, String> setting : parameters.settings().entrySet()) {
      text = text.with(setting.getKey(), absolute(setting.getKey(), setting.getValue()));
    }
    return text;
  }

  private static String absolute(String key, String value) {
    boolean startsFromFile = key.equals("start") && Files.isRegularFile(UserPath.of(value));
    return TrainModelParameters.PATHS.contains(key) || startsFromFile
        ? UserPath.of(value).toAbsolutePath().normalize().toString()
        : value;
  }

  private static String describe(TrainingReport report, Path model) {
    String end =
        switch (report.outcome()) {
          case COMPLETED -> "Trained to the end";
          case STOPPED_EARLY -> "Ended early, as validations became no better";
          case CANCELLED -> "Cancelled; the same call goes on";
        };
    return String.format(
        Locale.ROOT,
        "%s: %d steps, %.0f s, on %s. Model: %s",
        end,
        report.steps(),
        report.elapsed().toMillis() / 1000.0,
        report.device(),
        model);
  }
}
