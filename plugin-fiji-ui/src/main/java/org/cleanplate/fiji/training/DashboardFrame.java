package org.cleanplate.fiji.training;

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
import org.cleanplate.training.ModelTrainer;

/** The window. Used by the event thread. */
final class DashboardFrame {
  private static Optional<DashboardFrame> open = Optional.empty();

  private final SettingsPanel settings = new SettingsPanel();
  private final RunView view;
  private final DashboardControl control;
  private final JFrame frame = new JFrame("Training Dashboard");
  private Optional<OpenImagesWatch> images = Optional.empty();

  private DashboardFrame(Supplier<ModelTrainer> trainers) {
    RunBar bar = new RunBar();
    view = new RunView(this::showProgress);
    control = new DashboardControl(trainers, settings, view, bar);
    JScrollPane scrolled = SettingsView.of(settings.component());
    scrolled.setPreferredSize(new Dimension(380, 520));
    JPanel content = new JPanel(new BorderLayout());
    content.add(scrolled, BorderLayout.WEST);
    content.add(view.component(), BorderLayout.CENTER);
    content.add(bar.component(), BorderLayout.SOUTH);
    frame.setName("training-dashboard");
    frame.setContentPane(content);
    frame.getRootPane().setDefaultButton(bar.start());
    ClosingWindow.prepare(frame, this::close);
  }

  private void showProgress() {
    control.showProgress();
  }

  /** Opens the window, or brings the one that is open to the front; on any thread. */
  static void open() {
    SwingUtilities.invokeLater(() -> open(ModelTrainer::find));
  }

  /** The same with another trainer than that of the add-on; on the event thread. */
  static DashboardFrame open(Supplier<ModelTrainer> trainers) {
    if (open.isEmpty()) {
      DashboardFrame dashboard = new DashboardFrame(trainers);
      open = Optional.of(dashboard);
      dashboard.show();
    }
    open.get().frame.toFront();
    return open.get();
  }

  private void show() {
    images = Optional.of(OpenImagesWatch.start(settings::updateImages));
    settings.updateImages();
    settings.setRunFolder(RunFolders.proposed());
    frame.pack();
    frame.setMinimumSize(new Dimension(760, 520));
    frame.setLocationByPlatform(true);
    frame.setVisible(true);
    view.start();
    control.prepare();
  }

  JFrame frame() {
    return frame;
  }

  private void close() {
    if (!control.isRunning()
        || ClosingWindow.isConfirmed(frame, "Closing the window stops it; it can be resumed.")) {
      dispose();
    }
  }

  void dispose() {
    images.ifPresent(OpenImagesWatch::close);
    control.stop();
    view.stop();
    frame.dispose();
    open = Optional.empty();
  }
}
