package org.cleanplate.fiji.training;

import java.awt.Component;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Labelled fields below each other. */
final class Rows {
  private final JPanel panel =
      new JPanel(new MigLayout("insets 0, fillx, wrap 2", "[right][grow,fill]"));

  /**
   * Adds a field.
   *
   * @param whole the field with what belongs to it
   */
  Rows row(String text, Component field, Component whole) {
    JLabel label = new JLabel(text);
    label.setLabelFor(field);
    panel.add(label);
    panel.add(whole, "wmin 80");
    return this;
  }

  /** Adds something over the whole width. */
  Rows wide(Component component) {
    panel.add(component, "span, alignx left");
    return this;
  }

  JPanel panel() {
    return panel;
  }
}
