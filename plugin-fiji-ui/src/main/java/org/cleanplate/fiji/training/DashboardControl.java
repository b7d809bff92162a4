package org.cleanplate.fiji.training;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.TrainModelParameters;
import org.cleanplate.imagej.run.ChosenModel;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.Failures;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.training.ModelTrainer;

/** What the buttons do. Used by the event thread; all that takes long is done on others. */
final class DashboardControl {
  private final Supplier<ModelTrainer> trainers;
  private final SettingsPanel settings;
  private final RunView view;
  private final RunBar bar;
  private final RunFolderLook look;
  private Optional<TrainingJob> job = Optional.empty();
  private boolean trainerMissing;
  private RunFolderState run = RunFolderState.NONE;

  DashboardControl(
      Supplier<ModelTrainer> trainers, SettingsPanel settings, RunView view, RunBar bar) {
    this.trainers = trainers;
    this.settings = settings;
    this.view = view;
    this.bar = bar;
    this.look = new RunFolderLook(settings.runFolderField(), this::found);
    bar.start().addActionListener(event -> start());
    bar.stop().addActionListener(event -> stop());
    bar.check().addActionListener(event -> check());
    bar.copy().addActionListener(event -> copy());
    bar.use().addActionListener(event -> use());
    enable();
  }

  /** Looks for the trainer and for models to start from. */
  void prepare() {
    inBackground(
        () -> {
          List<String> models = EngineHolder.modelNames();
          Optional<String> missing = missing();
          SwingUtilities.invokeLater(
              () -> {
                settings.setModels(models, ChosenModel.among(models));
                missing.ifPresent(this::trainerIsMissing);
              });
        });
  }

  private Optional<String> missing() {
    try {
      trainers.get();
      return Optional.empty();
    } catch (MattingException e) {
      return Optional.of(e.getMessage());
    } catch (LinkageError | ServiceConfigurationError e) {
      return Optional.of(
          "The training add-on is there but does not load, is it complete? " + Failures.message(e));
    }
  }

  private void trainerIsMissing(String why) {
    trainerMissing = true;
    bar.complain(why);
    enable();
  }

  boolean isRunning() {
    return job.isPresent();
  }

  /** A job ends with what it has; the run goes on when it is started again. */
  void stop() {
    job.ifPresent(
        running -> {
          running.stop();
          bar.tell("Stopping: what was learnt is saved");
        });
  }

  private void start() {
    begin(
        run.isPlanned()
            ? () -> TrainingRequest.resume(settings.runFolderField().getText())
            : () -> settings.read().parameters(),
        (parameters, record) ->
            TrainingJob.training(trainers, parameters, record, this::overOnItsThread));
  }

  private void check() {
    begin(
        () -> settings.read().parameters(),
        (parameters, record) ->
            TrainingJob.check(trainers, parameters, record, this::overOnItsThread));
  }

  private interface JobMaker {
    TrainingJob make(TrainModelParameters parameters, TrainingRecord record);
  }

  private void begin(Supplier<TrainModelParameters> asked, JobMaker maker) {
    try {
      TrainModelParameters parameters = asked.get();
      TrainingRecord record = new TrainingRecord();
      view.setSteps(settings.steps());
      view.watch(record);
      TrainingJob started = maker.make(parameters, record);
      job = Optional.of(started);
      bar.tell(" ");
      enable();
      started.start();
    } catch (MattingException e) {
      bar.complain(e.getMessage());
    }
  }

  private void overOnItsThread(JobOutcome outcome) {
    SwingUtilities.invokeLater(() -> over(outcome));
  }

  private void over(JobOutcome outcome) {
    job = Optional.empty();
    view.refresh();
    if (outcome instanceof JobOutcome.Failed) {
      bar.complain(outcome.text());
    } else {
      bar.tell(outcome.text());
    }
    enable();
    look.look();
  }

  private void copy() {
    try {
      String line = settings.read().toMacro();
      Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(line), null);
      bar.tell("Copied: " + line);
    } catch (MattingException e) {
      bar.complain(e.getMessage());
    }
  }

  private void use() {
    try {
      Path folder = settings.runFolder();
      bar.use().setEnabled(false);
      inBackground(() -> use(folder));
    } catch (MattingException e) {
      bar.complain(e.getMessage());
    }
  }

  private void use(Path folder) {
    try {
      Optional<String> name =
          TrainedModel.in(folder).map(model -> model.use(ModelCatalog.standard()));
      SwingUtilities.invokeLater(
          () ->
              name.ifPresentOrElse(
                  model ->
                      bar.tell("\"" + model + "\" is in Models... now, and dialogs begin with it"),
                  () -> bar.complain(folder + " holds no model yet: train first")));
    } catch (MattingException e) {
      SwingUtilities.invokeLater(() -> bar.complain(e.getMessage()));
    } finally {
      SwingUtilities.invokeLater(() -> bar.use().setEnabled(true));
    }
  }

  /** What lies in the run folder has changed, or another folder is named. */
  private void found(RunFolderLook.Found found) {
    run = found.state();
    bar.start().setText(run.button());
    enable();
    if (job.isEmpty()) {
      found.record().linesFrom(0).stream().findFirst().ifPresent(bar::complain);
      if (run.isPlanned()) {
        view.watch(found.record());
      }
    }
  }

  /** Shows how far the job is. */
  void showProgress() {
    bar.show(view.progress(), job.isPresent());
  }

  private void enable() {
    boolean idle = job.isEmpty();
    bar.start().setEnabled(idle && !trainerMissing && run != RunFolderState.DONE);
    bar.check().setEnabled(idle && !trainerMissing && !run.isPlanned());
    bar.stop().setEnabled(!idle);
    settings.setEnabled(idle, run);
    showProgress();
  }

  /** Does something on a thread that does not keep ImageJ from quitting. */
  static void inBackground(Runnable task) {
    Thread thread = new Thread(task, "cleanplate-dashboard");
    thread.setDaemon(true);
    thread.setContextClassLoader(DashboardControl.class.getClassLoader());
    thread.start();
  }
}
