package org.cleanplate.fiji.training;

import java.awt.event.ActionEvent;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** A path to type or to choose. */
final class PathField {
  private final JTextField text = new JTextField(16);
  private final JPanel panel =
      new JPanel(new MigLayout("insets 0, fillx, gapx 4", "[grow,fill][]"));
  private final int selection;

  /**
   * An empty field.
   *
   * @param selection what may be chosen, of {@link JFileChooser}
   */
  PathField(String name, String tip, int selection) {
    this.selection = selection;
    text.setName(name);
    text.setToolTipText(tip);
    JButton browse = new JButton("...");
    browse.setName(name + "-browse");
    browse.setToolTipText("Choose");
    browse.getAccessibleContext().setAccessibleName("Choose " + name);
    browse.addActionListener(this::choose);
    panel.add(text, "wmin 60");
    panel.add(browse);
  }

  private void choose(ActionEvent event) {
    JFileChooser chooser = new JFileChooser(text.getText());
    chooser.setFileSelectionMode(selection);
    if (chooser.showDialog(panel, "Choose") == JFileChooser.APPROVE_OPTION) {
      setText(chooser.getSelectedFile().toPath().toString());
    }
  }

  JPanel component() {
    return panel;
  }

  JTextField field() {
    return text;
  }

  String text() {
    return text.getText().strip();
  }

  void setText(String path) {
    text.setText(path);
  }

  /** The path, relative to the current folder. */
  Path path() {
    return Path.of(DataChoice.given("Run folder", text()));
  }

  void setEnabled(boolean enabled) {
    for (java.awt.Component part : panel.getComponents()) {
      part.setEnabled(enabled);
    }
  }
}
