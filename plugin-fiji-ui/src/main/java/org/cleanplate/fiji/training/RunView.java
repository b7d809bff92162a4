package org.cleanplate.fiji.training;

import java.util.List;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.fiji.window.Stages;
import org.cleanplate.progress.Progress;

/**
 * Curves, pictures and lines of a run, brought up to date some times a second for as long as the
 * window is shown: so a run of thousands of quick steps does not flood the event thread.
 */
final class RunView {
  private static final int REFRESH_MILLIS = 250;

  private final CurveView loss = new CurveView("loss-curve", "Training loss");
  private final CurveView metric =
      new CurveView("metric-curve", "Validation MAD of alpha, thousandths");
  private final PictureView picture = new PictureView();
  private final JTextArea log = new JTextArea(6, 40);
  private final JPanel curves =
      new JPanel(new MigLayout("insets 0, fill", "[grow,fill,sg][grow,fill,sg]"));
  private final JSplitPane lower = new JSplitPane(JSplitPane.VERTICAL_SPLIT, true);
  private final JPanel panel = new JPanel(new MigLayout("insets 8, fill", "[grow,fill]"));
  private final Timer timer = new Timer(REFRESH_MILLIS, event -> refresh());
  private final Runnable refreshed;
  private TrainingRecord record = new TrainingRecord();
  private long seen = -1;
  private int lines;
  private int steps;

  /**
   * @param refreshed is called after each change that was shown
   */
  RunView(Runnable refreshed) {
    this.refreshed = refreshed;
    log.setName("log");
    log.setEditable(false);
    log.setLineWrap(true);
    log.setWrapStyleWord(true);
    log.getAccessibleContext().setAccessibleName("Log");
    lower.setResizeWeight(1);
    lower.setBorder(null);
    JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, true, curves, lower);
    split.setResizeWeight(0.3);
    split.setBorder(null);
    panel.add(split, "grow, push");
  }

  /** Adds the views. */
  void fill(Stages stages) {
    stages
        .then(() -> add(loss))
        .then(() -> add(metric))
        .then(() -> lower.setTopComponent(picture))
        .then(this::addLog);
  }

  /** Below the picture, which takes the rest of the height. */
  private void addLog() {
    JScrollPane scrolled = new JScrollPane(log);
    lower.setBottomComponent(scrolled);
    lower.setDividerLocation(
        lower.getHeight() - lower.getDividerSize() - scrolled.getPreferredSize().height);
  }

  private void add(CurveView curve) {
    curves.add(curve, "grow, wmin 0");
    curves.revalidate();
  }

  JPanel component() {
    return panel;
  }

  /** Shows another run from now on; the lines of those before stay. */
  void watch(TrainingRecord watched) {
    record = watched;
    seen = -1;
    lines = 0;
    refresh();
  }

  TrainingRecord record() {
    return record;
  }

  /** To which step the curves' axes reach at least. */
  void setSteps(int expected) {
    steps = expected;
  }

  void start() {
    timer.start();
  }

  void stop() {
    timer.stop();
  }

  /** Shows what has changed. */
  void refresh() {
    long now = record.changes();
    if (now == seen) {
      return;
    }
    seen = now;
    loss.show(record.loss(), steps);
    metric.show(record.metric(), steps);
    picture.show(record.picture(), record.caption());
    List<String> added = record.linesFrom(lines);
    added.forEach(line -> log.append(line + "\n"));
    lines += added.size();
    if (!added.isEmpty()) {
      log.setCaretPosition(log.getDocument().getLength());
    }
    refreshed.run();
  }

  /** How far the run is. */
  java.util.Optional<Progress> progress() {
    return record.progress();
  }
}
