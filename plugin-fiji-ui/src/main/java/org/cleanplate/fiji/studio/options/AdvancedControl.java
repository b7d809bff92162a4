package org.cleanplate.fiji.studio.options;

import java.awt.Color;
import java.awt.Dimension;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JEditorPane;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.fiji.studio.model.StudioOptions;
import org.cleanplate.imagej.dialog.HelpPage;
import org.cleanplate.imagej.parameters.MatteStackParameters;

/** Any further option, as a macro would write it, and what is wrong with it. */
final class AdvancedControl {
  private final JTextField field = new JTextField(12);
  private final MessageLabel message = new MessageLabel("options-message");
  private final JPanel panel =
      new JPanel(new MigLayout("insets 0, fillx, hidemode 3, wrap 2", "[grow,fill][]"));
  private boolean showing;

  AdvancedControl(Runnable changed) {
    field.setName("advanced");
    field.setToolTipText("Any further key of Matte Stack..., such as mask_threshold=0.7");
    field.getAccessibleContext().setAccessibleName("Advanced options, as in a macro");
    field
        .getDocument()
        .addDocumentListener(
            new TextChanges(
                () -> {
                  if (!showing) {
                    changed.run();
                  }
                }));
    JButton help = new JButton("?");
    help.setName("advanced-help");
    help.setToolTipText("Shows all keys");
    help.getAccessibleContext().setAccessibleName("All keys");
    help.addActionListener(event -> showKeys());
    message.setForeground(new Color(0xD04040));
    message.setVisible(false);
    panel.setOpaque(false);
    panel.add(field, "wmin 60");
    panel.add(help);
    panel.add(message, "span 2, growx, wmin 0");
  }

  private void showKeys() {
    JEditorPane page = new JEditorPane("text/html", HelpPage.of(MatteStackParameters.SYNTAX));
    page.setEditable(false);
    page.setCaretPosition(0);
    JScrollPane scrolled = new JScrollPane(page);
    scrolled.setPreferredSize(new Dimension(760, 480));
    JOptionPane.showMessageDialog(
        panel, scrolled, MatteStackParameters.COMMAND, JOptionPane.PLAIN_MESSAGE);
  }

  String text() {
    return field.getText();
  }

  void show(StudioOptions options) {
    if (!options.advanced().equals(field.getText())) {
      showing = true;
      field.setText(options.advanced());
      showing = false;
    }
  }

  /** Shows what is wrong; nothing if empty. */
  void show(Optional<String> mistake) {
    message.setText(mistake.map(AdvancedControl::withoutListOfKeys).orElse(""));
    message.setToolTipText(mistake.orElse(null));
    message.setVisible(mistake.isPresent());
    panel.revalidate();
  }

  /** The button beside the field shows all keys, with what they mean. */
  private static String withoutListOfKeys(String text) {
    int list = text.indexOf(" " + MatteStackParameters.COMMAND + " knows: ");
    return list < 0 ? text : text.substring(0, list);
  }

  JPanel component() {
    return panel;
  }

  JTextField field() {
    return field;
  }
}
