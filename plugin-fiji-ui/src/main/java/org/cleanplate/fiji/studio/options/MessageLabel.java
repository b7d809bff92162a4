package org.cleanplate.fiji.studio.options;

import javax.swing.JTextArea;
import javax.swing.UIManager;

/** A text of several lines that looks like a label; it can be marked and copied. */
final class MessageLabel extends JTextArea {
  private static final long serialVersionUID = 1;

  MessageLabel(String name) {
    setName(name);
    setEditable(false);
    setFocusable(false);
    setLineWrap(true);
    setWrapStyleWord(true);
    setOpaque(false);
    setBorder(null);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setFont(UIManager.getFont("Label.font"));
    setForeground(UIManager.getColor("Label.foreground"));
  }
}
