package org.cleanplate.fiji.training;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.cleanplate.training.ModelTrainer;

/** The window. Used by the event thread. */
final class DashboardFrame {
  private static final String TITLE = "Training Dashboard";
  private static Optional<DashboardFrame> open = Optional.empty();

  private final SettingsPanel settings = new SettingsPanel();
  private final RunView view;
  private final DashboardControl control;
  private final JFrame frame = new JFrame(TITLE);
  private final ImageListener images = new OpenImagesListener();

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
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            close();
          }
        });
    Optional.ofNullable(IJ.getInstance())
        .ifPresent(main -> frame.setIconImage(main.getIconImage()));
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
    ImagePlus.addImageListener(images);
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
    if (control.isRunning()
        && JOptionPane.showConfirmDialog(
                frame,
                "A run is going on. Closing the window stops it; it can be resumed.",
                TITLE,
                JOptionPane.OK_CANCEL_OPTION)
            != JOptionPane.OK_OPTION) {
      return;
    }
    dispose();
  }

  void dispose() {
    ImagePlus.removeImageListener(images);
    control.stop();
    view.stop();
    frame.dispose();
    open = Optional.empty();
  }

  /** Keeps the lists of open images. ImageJ calls it on any thread. */
  private final class OpenImagesListener implements ImageListener {
    @Override
    public void imageOpened(ImagePlus image) {
      update();
    }

    @Override
    public void imageClosed(ImagePlus image) {
      update();
    }

    @Override
    public void imageUpdated(ImagePlus image) {}

    private void update() {
      // ImageJ calls before an image that is closed leaves its list.
      SwingUtilities.invokeLater(settings::updateImages);
    }
  }
}
