package org.cleanplate.fiji.training;

import ij.IJ;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.cleanplate.fiji.window.ClosingWindow;
import org.cleanplate.fiji.window.OpenImagesWatch;
import org.cleanplate.fiji.window.Preload;
import org.cleanplate.fiji.window.StagedFrame;
import org.cleanplate.imagej.run.Failures;
import org.cleanplate.training.ModelTrainer;

/** The window. Used by the event thread. */
final class DashboardFrame {
  private static final int WIDTH_EMS = 90;
  private static final int HEIGHT_EMS = 60;
  private static final Dimension LEAST = new Dimension(760, 520);

  private static Optional<DashboardFrame> open = Optional.empty();

  private final Supplier<ModelTrainer> trainers;
  private final StagedFrame window =
      new StagedFrame("Training Dashboard", "training-dashboard", this::close, this::failed);
  private final JPanel content = new JPanel(new BorderLayout());
  private Optional<FolderCard> folders = Optional.empty();
  private Optional<FootageCard> footage = Optional.empty();
  private Optional<SettingsPanel> settings = Optional.empty();
  private Optional<RunView> view = Optional.empty();
  private Optional<DashboardControl> control = Optional.empty();
  private Optional<OpenImagesWatch> images = Optional.empty();

  private DashboardFrame(Supplier<ModelTrainer> trainers) {
    this.trainers = trainers;
  }

  /** Opens the window, or brings the one that is open to the front; on any thread. */
  static void open() {
    DashboardControl.inBackground(
        () -> {
          preload();
          SwingUtilities.invokeLater(() -> open(ModelTrainer::find));
        });
  }

  /** Loads the parts' classes, on any thread. */
  static void preload() {
    Preload.of(
        FolderCard.class,
        FootageCard.class,
        SettingsPanel.class,
        RunView.class,
        DashboardControl.class);
  }

  /** The same with another trainer than that of the add-on; on the event thread. */
  static DashboardFrame open(Supplier<ModelTrainer> trainers) {
    if (open.isEmpty()) {
      DashboardFrame dashboard = new DashboardFrame(trainers);
      open = Optional.of(dashboard);
      dashboard.window.show(WIDTH_EMS, HEIGHT_EMS, dashboard::fill);
    }
    open.get().frame().toFront();
    return open.get();
  }

  private void fill() {
    window.setContent(content);
    window
        .stages()
        .then(() -> folders = Optional.of(new FolderCard()))
        .then(() -> footage = Optional.of(new FootageCard()))
        .then(this::addSettings);
  }

  private void addSettings() {
    SettingsPanel panel =
        new SettingsPanel(new DataPanel(folders.orElseThrow(), footage.orElseThrow()));
    JScrollPane scrolled = SettingsView.of(panel.component());
    scrolled.setPreferredSize(new Dimension(380, 520));
    content.add(scrolled, BorderLayout.WEST);
    settings = Optional.of(panel);
    panel.fill(window.stages());
    window.stages().then(this::fillRest);
  }

  private void fillRest() {
    RunView run = new RunView(this::showProgress);
    view = Optional.of(run);
    content.add(run.component(), BorderLayout.CENTER);
    content.revalidate();
    run.fill(window.stages());
    window.stages().then(this::addControl).then(() -> window.filled(LEAST)).then(this::start);
  }

  private void addControl() {
    RunBar bar = new RunBar();
    content.add(bar.component(), BorderLayout.SOUTH);
    content.revalidate();
    frame().getRootPane().setDefaultButton(bar.start());
    control =
        Optional.of(
            new DashboardControl(trainers, settings.orElseThrow(), view.orElseThrow(), bar));
  }

  private void showProgress() {
    control.ifPresent(DashboardControl::showProgress);
  }

  private void start() {
    SettingsPanel panel = settings.orElseThrow();
    images = Optional.of(OpenImagesWatch.start(panel::updateImages));
    panel.updateImages();
    panel.setRunFolder(RunFolders.proposed());
    view.ifPresent(RunView::start);
    control.ifPresent(DashboardControl::prepare);
  }

  private void failed(LinkageError error) {
    dispose();
    IJ.error(TrainingDashboard.COMMAND, Failures.message(error));
  }

  /** Whether all its parts are there, and it works. */
  boolean isFilled() {
    return images.isPresent();
  }

  JFrame frame() {
    return window.frame();
  }

  private void close() {
    if (control.filter(DashboardControl::isRunning).isEmpty()
        || ClosingWindow.isConfirmed(frame(), "Closing the window stops it; it can be resumed.")) {
      dispose();
    }
  }

  void dispose() {
    images.ifPresent(OpenImagesWatch::close);
    control.ifPresent(DashboardControl::stop);
    view.ifPresent(RunView::stop);
    window.dispose();
    open = Optional.empty();
  }
}
