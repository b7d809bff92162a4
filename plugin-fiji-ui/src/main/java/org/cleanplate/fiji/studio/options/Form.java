package org.cleanplate.fiji.studio.options;

import java.awt.Font;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import net.miginfocom.swing.MigLayout;

/** Labelled controls below each other, in sections. */
final class Form {
  private final JPanel panel =
      new JPanel(new MigLayout("insets 10 12 10 12, fillx, wrap 2", "[right][grow,fill]"));

  JPanel panel() {
    return panel;
  }

  /** Starts a section. */
  Form section(String title) {
    boolean first = panel.getComponentCount() == 0;
    JLabel label = new JLabel(title);
    label.setFont(label.getFont().deriveFont(Font.BOLD));
    panel.add(label, "span 2, split 2, growx 0" + (first ? "" : ", gaptop 10"));
    panel.add(new JSeparator(), "growx, pushx, aligny center" + (first ? "" : ", gaptop 10"));
    return this;
  }

  /**
   * Adds a control.
   *
   * @param text its label, with an ampersand before the letter that leads to it: {@code "&Align"}
   */
  Form row(String text, JComponent component) {
    JLabel label = new JLabel();
    Mnemonics.set(label, text);
    label.setLabelFor(component);
    panel.add(label);
    panel.add(component, "wmin 60");
    return this;
  }

  /** Adds something over the whole width. */
  Form wide(JComponent component) {
    panel.add(component, "span 2, growx, wmin 60");
    return this;
  }
}
