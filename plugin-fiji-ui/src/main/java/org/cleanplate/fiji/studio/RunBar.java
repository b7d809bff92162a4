package org.cleanplate.fiji.studio;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.fiji.studio.model.Preview;
import org.cleanplate.fiji.studio.model.RunState;
import org.cleanplate.fiji.studio.model.StudioModel.Aspect;
import org.cleanplate.fiji.studio.model.StudioSession;
import org.cleanplate.fiji.window.Mnemonics;
import org.cleanplate.progress.Progress;

/** What goes on, and the buttons that start and stop a run. */
final class RunBar {
  private static final int STEPS = 1000;

  private final StudioSession session;
  private final JLabel status = new JLabel(" ");
  private final JProgressBar bar = new JProgressBar(0, STEPS);
  private final JButton copy = button("copy-macro", "&Copy as macro");
  private final JButton cancel = button("cancel", "Cancel");
  private final JButton run = button("run", "&Run");
  private final JPanel panel =
      new JPanel(
          new MigLayout(
              "insets 6 10 8 10, fillx, hidemode 2", "[grow,fill][160:200:240,fill][][][]"));

  /** Follows the session's model from now on. */
  RunBar(StudioSession session) {
    this.session = session;
    status.setName("status");
    bar.setName("progress");
    bar.setVisible(false);
    bar.getAccessibleContext().setAccessibleName("Progress of the run");
    copy.setToolTipText("Copies the one line that repeats this run in a macro");
    copy.addActionListener(event -> copy());
    cancel.setToolTipText("Stops the run; nothing of it is kept (Esc)");
    cancel.addActionListener(event -> session.cancel());
    run.setToolTipText("Mattes all frames (Ctrl+Enter)");
    run.addActionListener(event -> session.run());
    panel.add(status, "wmin 0");
    panel.add(bar);
    panel.add(copy);
    panel.add(cancel);
    panel.add(run);
    session.model().addListener(this::update);
    showRun();
  }

  private static JButton button(String name, String text) {
    JButton button = new JButton();
    button.setName(name);
    Mnemonics.set(button, text);
    return button;
  }

  JPanel component() {
    return panel;
  }

  private void copy() {
    session.copyMacro(
        line -> {
          Toolkit.getDefaultToolkit()
              .getSystemClipboard()
              .setContents(new StringSelection(line), null);
          status.setText("Copied: " + line);
        });
  }

  private void update(Aspect aspect) {
    switch (aspect) {
      case RUN -> showRun();
      case PREVIEW -> showPreview(session.model().preview());
      case OPTIONS, SOURCE -> enableButtons();
      default -> {
        // Not seen here.
      }
    }
  }

  private void showPreview(Preview preview) {
    if (session.model().run() instanceof RunState.Running) {
      return;
    }
    if (session.model().mistake().isPresent()) {
      status.setText("Waiting for options that are understood");
    } else if (preview.computing().isPresent() || preview.failure().isPresent()) {
      status.setText(preview.computing().or(preview::failure).orElse(" "));
    } else if (preview.matte().isPresent()) {
      status.setText(
          String.format(
              Locale.ROOT,
              "Preview in %.2f s on %s",
              preview.took().orElseThrow().toMillis() / 1000.0,
              preview.matte().get().device()));
    }
  }

  private void showRun() {
    RunState state = session.model().run();
    if (state instanceof RunState.Running running) {
      bar.setIndeterminate(running.progress().filter(known -> known.total().isPresent()).isEmpty());
      running.progress().ifPresent(known -> bar.setValue((int) (STEPS * known.fraction())));
      status.setText(
          running.cancelling()
              ? "Cancelling"
              : running.progress().map(Progress::describe).orElse("Starting"));
    } else if (state instanceof RunState.Idle idle) {
      idle.last().ifPresent(outcome -> status.setText("Run " + outcome.describe()));
    }
    bar.setVisible(state instanceof RunState.Running);
    enableButtons();
  }

  private void enableButtons() {
    boolean ready = session.model().parameters().isPresent();
    boolean running = session.model().run() instanceof RunState.Running;
    run.setEnabled(ready && !running);
    cancel.setEnabled(running);
    copy.setEnabled(ready);
  }
}
