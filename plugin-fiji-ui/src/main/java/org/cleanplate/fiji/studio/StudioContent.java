package org.cleanplate.fiji.studio;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.fiji.studio.canvas.CanvasFeed;
import org.cleanplate.fiji.studio.canvas.MatteCanvas;
import org.cleanplate.fiji.studio.canvas.ViewBar;
import org.cleanplate.fiji.studio.canvas.ZoomBar;
import org.cleanplate.fiji.studio.history.HistoryPanel;
import org.cleanplate.fiji.studio.model.StudioSession;
import org.cleanplate.fiji.studio.options.InputPanel;
import org.cleanplate.fiji.studio.options.OptionsPanel;
import org.cleanplate.fiji.studio.paint.PaintBar;
import org.cleanplate.fiji.studio.run.PastRun;
import org.cleanplate.fiji.studio.timeline.TimelinePanel;
import org.cleanplate.fiji.studio.worker.PictureWorker;
import org.cleanplate.fiji.window.Preload;
import org.cleanplate.fiji.window.Stages;

/** What is in the window: the picture with its tools, and the side with the options. */
final class StudioContent {
  /** Width of the side with the options, in sizes of the font. */
  private static final int SIDE_EMS = 28;

  private static final int SIDE_LEAST_EMS = 24;

  private final StudioSession session;
  private final PictureWorker pictures;
  private final MatteCanvas canvas = new MatteCanvas();
  private final OptionsPanel options;
  private final JTabbedPane tabs = new JTabbedPane();
  private final JPanel seen = column();
  private final JPanel chosen = column();
  private final JPanel panel = new JPanel(new BorderLayout());
  private Optional<InputPanel> input = Optional.empty();

  /** Loads the parts' classes, on any thread. */
  static void preload() {
    Preload.of(
        ViewBar.class,
        PaintBar.class,
        ZoomBar.class,
        TimelinePanel.class,
        RunBar.class,
        InputPanel.class,
        OptionsPanel.class,
        HistoryPanel.class);
  }

  /** The outline; the parts come by {@link #fill}. */
  StudioContent(StudioSession session, PictureWorker pictures) {
    this.session = session;
    this.pictures = pictures;
    new CanvasFeed(session.model(), canvas, pictures);
    options = new OptionsPanel(session);
    int em = chosen.getFont().getSize();
    chosen.setPreferredSize(new Dimension(SIDE_EMS * em, 40 * em));
    chosen.setMinimumSize(new Dimension(SIDE_LEAST_EMS * em, 20 * em));
    JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, seen, chosen);
    split.setName("split");
    split.setResizeWeight(1);
    split.setBorder(null);
    panel.add(split, BorderLayout.CENTER);
  }

  private static JPanel column() {
    return new JPanel(new MigLayout("insets 0, fill, wrap 1, gap 0", "[grow,fill]"));
  }

  /**
   * Adds the parts.
   *
   * @param root of the window, whose keys are set
   */
  void fill(Stages stages, JRootPane root) {
    stages
        .then(() -> add(seen, new ViewBar(session.model()).component(), ""))
        .then(() -> addPainting(root))
        .then(() -> add(seen, new ZoomBar(session.model(), canvas).component(), ""))
        .then(() -> add(seen, new TimelinePanel(session).component(), "hmax 110"))
        .then(() -> add(panel, new RunBar(session).component(), BorderLayout.SOUTH))
        .then(this::addInput)
        .then(this::addTabs);
    options.fill(stages);
    stages.then(this::addHistory);
  }

  /** With a word to lay it out, which is done in an event of its own. */
  private static void add(JPanel place, JComponent part, String constraints) {
    place.add(part, constraints);
    place.revalidate();
  }

  private void addInput() {
    InputPanel inputs = new InputPanel(session, pictures);
    add(chosen, inputs.component(), "");
    input = Optional.of(inputs);
  }

  private void addTabs() {
    tabs.setName("tabs");
    tabs.addTab("Options", scrolled(options.component()));
    add(chosen, tabs, "grow, push");
  }

  private void addPainting(JRootPane root) {
    PaintBar paint = new PaintBar(session, canvas, pictures);
    add(seen, paint.component(), "");
    add(seen, canvas, "grow, push");
    StudioKeys.install(root, session, canvas, paint);
  }

  private void addHistory() {
    tabs.addTab("History", new HistoryPanel(session.model(), this::restore).component());
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
    input.ifPresent(inputs -> keys.addAll(inputs.keys()));
    session.restore(past, keys);
    tabs.setSelectedIndex(0);
  }

  JPanel panel() {
    return panel;
  }

  MatteCanvas canvas() {
    return canvas;
  }

  boolean isShowingHistory() {
    return tabs.getSelectedIndex() == 1;
  }

  void updateImages() {
    input.ifPresent(InputPanel::updateImages);
    options.updateImages();
  }

  void setModels(List<String> names) {
    options.setModels(names);
  }
}
