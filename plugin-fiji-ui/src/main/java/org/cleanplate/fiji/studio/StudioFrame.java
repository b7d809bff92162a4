package org.cleanplate.fiji.studio;

import ij.IJ;
import ij.ImagePlus;
import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.cleanplate.fiji.studio.canvas.MatteCanvas;
import org.cleanplate.fiji.studio.model.RunState;
import org.cleanplate.fiji.studio.model.StudioOptions;
import org.cleanplate.fiji.studio.model.StudioSession;
import org.cleanplate.fiji.studio.worker.Daemons;
import org.cleanplate.fiji.studio.worker.PictureWorker;
import org.cleanplate.fiji.window.ClosingWindow;
import org.cleanplate.fiji.window.OpenImagesWatch;
import org.cleanplate.fiji.window.StagedFrame;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.EngineProvider;
import org.cleanplate.imagej.run.Failures;

/** The window. Used by the event thread. */
public final class StudioFrame {
  private static final int WIDTH_EMS = 84;
  private static final int HEIGHT_EMS = 54;
  private static final int LEAST_HEIGHT = 520;

  private static Optional<StudioFrame> open = Optional.empty();

  private final PictureWorker pictures = new PictureWorker();
  private final StudioSession session;
  private final StagedFrame window;
  private Optional<StudioContent> content = Optional.empty();
  private Optional<OpenImagesWatch> images = Optional.empty();

  private StudioFrame(EngineProvider engines) {
    session = new StudioSession(engines, ImagePlus::show, SwingUtilities::invokeLater);
    window = new StagedFrame("Matting Studio", "matting-studio", this::close, this::failed);
  }

  /** Opens the window, or brings the one that is open to the front; on any thread. */
  public static void open() {
    Daemons.of("opening", StudioFrame::openPrepared).start();
  }

  /** What does not touch Swing is loaded here, so that the event thread need not wait for it. */
  private static void openPrepared() {
    StudioContent.preload();
    StudioOptions.INITIAL.parse("source");
    // The first time that records are compared is slow, of whatever kind.
    StudioOptions.INITIAL.equals(StudioOptions.INITIAL.withAdvanced("table"));
    SwingUtilities.invokeLater(() -> open(EngineHolder::open));
  }

  /** The same with other engines than those of the user's models; on the event thread. */
  static StudioFrame open(EngineProvider engines) {
    if (open.isEmpty()) {
      StudioFrame studio = new StudioFrame(engines);
      open = Optional.of(studio);
      studio.window.show(WIDTH_EMS, HEIGHT_EMS, studio::fill);
    }
    open.get().frame().toFront();
    return open.get();
  }

  private void fill() {
    StudioContent outline = new StudioContent(session, pictures);
    content = Optional.of(outline);
    window.setContent(outline.panel());
    outline.fill(window.stages(), frame().getRootPane());
    window.stages().then(() -> window.filled(new Dimension(0, LEAST_HEIGHT))).then(this::start);
  }

  private void start() {
    images =
        Optional.of(OpenImagesWatch.start(() -> content.ifPresent(StudioContent::updateImages)));
    Daemons.of("models", this::findModels).start();
    session.start(OpenImages.all());
  }

  private void findModels() {
    List<String> names = EngineHolder.modelNames();
    SwingUtilities.invokeLater(() -> content.ifPresent(parts -> parts.setModels(names)));
  }

  private void failed(LinkageError error) {
    dispose();
    IJ.error(MattingStudio.COMMAND, Failures.message(error));
  }

  /** The window that is open. */
  static Optional<StudioFrame> opened() {
    return open;
  }

  /** Whether all its parts are there, and it works. */
  boolean isFilled() {
    return images.isPresent();
  }

  StudioSession session() {
    return session;
  }

  boolean isShowingHistory() {
    return content.filter(StudioContent::isShowingHistory).isPresent();
  }

  MatteCanvas canvas() {
    return content.orElseThrow().canvas();
  }

  JFrame frame() {
    return window.frame();
  }

  /** Closes the window, which ends a run that is going on. */
  private void close() {
    boolean running = session.model().run() instanceof RunState.Running;
    if (!running || ClosingWindow.isConfirmed(frame(), "Closing the window cancels it.")) {
      dispose();
    }
  }

  void dispose() {
    images.ifPresent(OpenImagesWatch::close);
    session.close();
    pictures.close();
    window.dispose();
    open = Optional.empty();
  }
}
