package org.cleanplate.fiji.window;

import java.awt.Component;
import java.awt.Font;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import net.miginfocom.swing.MigLayout;

/** Labelled controls below each other, in sections. Used by the event thread. */
public final class Form {
  private final JPanel panel;

  /**
   * @param insets distances from the edges in pixels, as MigLayout reads them: {@code "10 12 8 12"}
   *     from the top against the clock, or {@code "0"}
   */
  public Form(String insets) {
    panel = new JPanel(new MigLayout("insets " + insets + ", fillx, wrap 2", "[right][grow,fill]"));
  }

  /** What is shown. */
  public JPanel panel() {
    return panel;
  }

  /** Starts a section. */
  public Form section(String title) {
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
  public Form row(String text, Component control) {
    return row(text, control, control);
  }

  /**
   * Adds a control with what belongs to it.
   *
   * @param text its label, as {@link #row(String, Component)} takes it
   * @param control what the label leads to
   * @param whole the control and what stands beside it
   */
  public Form row(String text, Component control, Component whole) {
    JLabel label = new JLabel();
    Mnemonics.set(label, text);
    label.setLabelFor(control);
    panel.add(label);
    panel.add(whole, "wmin 60");
    return this;
  }

  /** Adds something below the last control. */
  public Form below(Component component) {
    panel.add(component, "skip, wmin 0");
    return this;
  }

  /** Adds something over the whole width. */
  public Form wide(Component component) {
    panel.add(component, "span 2, growx, wmin 60");
    return this;
  }
}
