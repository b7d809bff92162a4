package org.cleanplate.fiji.training;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.imagej.image.OpenImages;

/** An open image to choose, or a file or a folder to type or to choose. */
final class ImageField {
  private final List<String> words;
  private final JComboBox<String> choice = new JComboBox<>();
  private boolean current;
  private final JPanel panel =
      new JPanel(new MigLayout("insets 0, fillx, gapx 4", "[grow,fill][]"));

  /**
   * A field.
   *
   * @param words that stand above the open images, as {@code median}
   */
  ImageField(String name, String tip, String... words) {
    this.words = Arrays.asList(words);
    choice.setName(name);
    choice.setEditable(true);
    choice.setToolTipText(tip);
    ((JComponent) choice.getEditor().getEditorComponent()).setToolTipText(tip);
    JButton browse = new JButton("...");
    browse.setName(name + "-browse");
    browse.setToolTipText("Choose a file or a folder");
    browse.getAccessibleContext().setAccessibleName("Choose a file for " + name);
    browse.addActionListener(event -> browse());
    panel.add(choice, "wmin 60");
    panel.add(browse);
  }

  /** Proposes the image that the user works on. */
  ImageField currentFirst() {
    current = true;
    return this;
  }

  private void browse() {
    JFileChooser chooser = new JFileChooser(text());
    chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
    if (chooser.showDialog(panel, "Choose") == JFileChooser.APPROVE_OPTION) {
      setText(chooser.getSelectedFile().toPath().toString());
    }
  }

  JComboBox<String> component() {
    return choice;
  }

  JPanel panel() {
    return panel;
  }

  /** Offers the images that are open now; what the field says stays. */
  void updateImages() {
    String before = text();
    List<String> items = new ArrayList<>(words);
    OpenImages.all().stream().map(ImagePlus::getTitle).forEach(items::add);
    choice.setModel(new DefaultComboBoxModel<>(items.toArray(String[]::new)));
    boolean propose = before.isEmpty() && !items.isEmpty() && (current || !words.isEmpty());
    choice.setSelectedItem(propose ? items.get(0) : before);
  }

  /** What is chosen or typed. */
  String text() {
    Object typed = choice.getEditor().getItem();
    return typed == null ? "" : typed.toString().strip();
  }

  void setText(String text) {
    choice.setSelectedItem(text);
  }

  void setEnabled(boolean enabled) {
    for (java.awt.Component part : panel.getComponents()) {
      part.setEnabled(enabled);
    }
  }
}
