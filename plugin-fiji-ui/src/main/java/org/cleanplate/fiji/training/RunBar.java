package org.cleanplate.fiji.training;

import java.awt.Color;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.progress.Progress;

/** What goes on, and the buttons. */
final class RunBar {
  private static final int STEPS = 1000;
  private static final Color MISTAKE = new Color(0xC0392B);
  private static final Color DARK_MISTAKE = new Color(0xFF8A80);

  private final JTextArea message = new JTextArea(1, 40);
  private final JProgressBar bar = new JProgressBar(0, STEPS);
  private final JButton check =
      button("check", "Check data", "Reads every file and names those that do not fit", 'D');
  private final JButton copy =
      button("copy", "Copy as macro", "Copies the one line that does the same in a macro", 'C');
  private final JButton use =
      button(
          "use",
          "Use this model now",
          "Takes the best model of the run over into Models..., as the one that dialogs begin with",
          'U');
  private final JButton stop =
      button("stop", "Stop", "Saves what was learnt and stops; Resume goes on from there", 'S');
  private final JButton start =
      button("start", "Start", "Trains, or goes on with the run in the run folder", 'T');
  private final JPanel panel =
      new JPanel(new MigLayout("insets 6 12 10 12, fillx", "[grow,fill][][][][][]"));

  RunBar() {
    message.setName("message");
    message.setEditable(false);
    message.setLineWrap(true);
    message.setWrapStyleWord(true);
    message.setOpaque(false);
    message.setFont(UIManager.getFont("Label.font"));
    message.getAccessibleContext().setAccessibleName("What goes on");
    bar.setName("progress");
    bar.setStringPainted(true);
    bar.setVisible(false);
    bar.getAccessibleContext().setAccessibleName("Progress");
    panel.add(message, "span, growx, wmin 0, wrap");
    panel.add(bar, "growx, wmin 60, hidemode 0");
    for (JButton button : new JButton[] {check, copy, use, stop, start}) {
      panel.add(button);
    }
  }

  private static JButton button(String name, String text, String tip, char mnemonic) {
    JButton button = new JButton(text);
    button.setName(name);
    button.setToolTipText(tip);
    button.setMnemonic(mnemonic);
    return button;
  }

  JPanel component() {
    return panel;
  }

  JButton check() {
    return check;
  }

  JButton copy() {
    return copy;
  }

  JButton use() {
    return use;
  }

  JButton stop() {
    return stop;
  }

  JButton start() {
    return start;
  }

  /** Says something. */
  void tell(String text) {
    message.setForeground(panel.getForeground());
    message.setText(text);
  }

  /** Says what has to be mended. */
  void complain(String text) {
    Color ground = panel.getBackground();
    boolean dark = ground.getRed() + ground.getGreen() + ground.getBlue() < 3 * 128;
    message.setForeground(dark ? DARK_MISTAKE : MISTAKE);
    message.setText(text);
  }

  /** How far the job is; none if nothing goes on. */
  void show(Optional<Progress> progress, boolean running) {
    bar.setVisible(running);
    bar.setIndeterminate(progress.filter(known -> known.total().isPresent()).isEmpty());
    bar.setValue(progress.map(known -> (int) (STEPS * known.fraction())).orElse(0));
    bar.setString(progress.map(Progress::describe).orElse("Starting"));
  }
}
