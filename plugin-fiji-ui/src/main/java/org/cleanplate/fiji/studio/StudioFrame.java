package org.cleanplate.fiji.studio;

import ij.ImagePlus;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.fiji.studio.canvas.CanvasFeed;
import org.cleanplate.fiji.studio.canvas.MatteCanvas;
import org.cleanplate.fiji.studio.canvas.ViewBar;
import org.cleanplate.fiji.studio.canvas.ZoomBar;
import org.cleanplate.fiji.studio.history.HistoryPanel;
import org.cleanplate.fiji.studio.model.RunState;
import org.cleanplate.fiji.studio.model.StudioSession;
import org.cleanplate.fiji.studio.options.InputPanel;
import org.cleanplate.fiji.studio.options.OptionsPanel;
import org.cleanplate.fiji.studio.paint.PaintBar;
import org.cleanplate.fiji.studio.run.PastRun;
import org.cleanplate.fiji.studio.timeline.TimelinePanel;
import org.cleanplate.fiji.studio.worker.Daemons;
import org.cleanplate.fiji.studio.worker.PictureWorker;
import org.cleanplate.fiji.window.ClosingWindow;
import org.cleanplate.fiji.window.OpenImagesWatch;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.EngineProvider;

/** The window. Used by the event thread. */
public final class StudioFrame {
  /** Width of the side with the options, in sizes of the font. */
  private static final int SIDE_EMS = 28;

  private static final int SIDE_LEAST_EMS = 24;

  private static Optional<StudioFrame> open = Optional.empty();

  private final PictureWorker pictures = new PictureWorker();
  private final StudioSession session;
  private final MatteCanvas canvas = new MatteCanvas();
  private final PaintBar paint;
  private final InputPanel input;
  private final OptionsPanel options;
  private final JTabbedPane tabs = new JTabbedPane();
  private final JFrame frame = new JFrame("Matting Studio");
  private Optional<OpenImagesWatch> images = Optional.empty();

  private StudioFrame(EngineProvider engines) {
    session = new StudioSession(engines, ImagePlus::show, SwingUtilities::invokeLater);
    new CanvasFeed(session.model(), canvas, pictures);
    paint = new PaintBar(session, canvas, pictures);
    input = new InputPanel(session, pictures);
    options = new OptionsPanel(session);
    RunBar bar = new RunBar(session);
    HistoryPanel history = new HistoryPanel(session.model(), this::restore);
    tabs.setName("tabs");
    tabs.addTab("Options", scrolled(options.component()));
    tabs.addTab("History", history.component());
    frame.setName("matting-studio");
    frame.setContentPane(content(bar));
    StudioKeys.install(frame.getRootPane(), session, canvas, paint);
    ClosingWindow.prepare(frame, this::close);
  }

  /** Opens the window, or brings the one that is open to the front; on any thread. */
  public static void open() {
    SwingUtilities.invokeLater(() -> open(EngineHolder::open));
  }

  /** The same with other engines than those of the user's models; on the event thread. */
  static StudioFrame open(EngineProvider engines) {
    if (open.isEmpty()) {
      StudioFrame studio = new StudioFrame(engines);
      open = Optional.of(studio);
      studio.show();
    }
    open.get().frame.toFront();
    return open.get();
  }

  private void show() {
    images = Optional.of(OpenImagesWatch.start(this::updateImages));
    frame.pack();
    // What the layout needs, so that no label is cut off.
    Dimension least = frame.getMinimumSize();
    frame.setMinimumSize(new Dimension(least.width, Math.max(least.height, 520)));
    frame.setLocationByPlatform(true);
    frame.setVisible(true);
    Daemons.of("models", this::findModels).start();
    session.start(OpenImages.all());
  }

  private void findModels() {
    List<String> names = EngineHolder.modelNames();
    SwingUtilities.invokeLater(() -> options.setModels(names));
  }

  private JPanel content(RunBar bar) {
    JPanel seen = new JPanel(new MigLayout("insets 0, fill, wrap 1, gap 0", "[grow,fill]"));
    seen.add(new ViewBar(session.model()).component());
    seen.add(paint.component());
    seen.add(canvas, "grow, push");
    seen.add(new ZoomBar(session.model(), canvas).component());
    seen.add(new TimelinePanel(session).component(), "hmax 110");
    JPanel chosen = new JPanel(new MigLayout("insets 0, fill, wrap 1, gap 0", "[grow,fill]"));
    chosen.add(input.component());
    chosen.add(tabs, "grow, push");
    int em = chosen.getFont().getSize();
    chosen.setPreferredSize(new Dimension(SIDE_EMS * em, 40 * em));
    chosen.setMinimumSize(new Dimension(SIDE_LEAST_EMS * em, 20 * em));
    JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, seen, chosen);
    split.setName("split");
    split.setResizeWeight(1);
    split.setBorder(null);
    JPanel content = new JPanel(new BorderLayout());
    content.add(split, BorderLayout.CENTER);
    content.add(bar.component(), BorderLayout.SOUTH);
    return content;
  }

  private static JScrollPane scrolled(JPanel panel) {
    JScrollPane scrolled =
        new JScrollPane(
            panel,
            JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
            JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scrolled.setBorder(null);
    scrolled.getVerticalScrollBar().setUnitIncrement(16);
    return scrolled;
  }

  private void restore(PastRun past) {
    Set<String> keys = new LinkedHashSet<>(options.keys());
    keys.addAll(input.keys());
    session.restore(past, keys);
    tabs.setSelectedIndex(0);
  }

  /** The window that is open. */
  static Optional<StudioFrame> opened() {
    return open;
  }

  StudioSession session() {
    return session;
  }

  boolean isShowingHistory() {
    return tabs.getSelectedIndex() == 1;
  }

  MatteCanvas canvas() {
    return canvas;
  }

  JFrame frame() {
    return frame;
  }

  /** Closes the window, which ends a run that is going on. */
  private void close() {
    boolean running = session.model().run() instanceof RunState.Running;
    if (!running || ClosingWindow.isConfirmed(frame, "Closing the window cancels it.")) {
      dispose();
    }
  }

  void dispose() {
    images.ifPresent(OpenImagesWatch::close);
    session.close();
    pictures.close();
    frame.dispose();
    open = Optional.empty();
  }

  private void updateImages() {
    input.updateImages();
    options.updateImages();
  }
}
