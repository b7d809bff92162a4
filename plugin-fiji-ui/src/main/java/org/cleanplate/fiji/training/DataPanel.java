package org.cleanplate.fiji.training;

import java.awt.Component;
import javax.swing.ButtonGroup;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.plate.estimate.Quantile;

/** What to learn from: generated samples or folders, or footage for fine-tuning on it. */
final class DataPanel {
  private final JRadioButton generated = new JRadioButton("Generated samples only", true);
  private final JRadioButton folders = new JRadioButton("Folders of a data set");
  private final PathField foregrounds =
      folder("foregrounds", "Pictures or videos of subjects, the authors' fgr");
  private final PathField alphas = folder("alphas", "Their alphas, by the same names, pha");
  private final PathField backgrounds =
      folder("backgrounds", "Pictures or videos without a subject");
  private final JSpinner share = new JSpinner(new SpinnerNumberModel(0.0, 0.0, 1.0, 0.05));
  private final ImageField footage =
      new ImageField("footage", "An open stack, or a video or folder of pictures").currentFirst();
  private final ImageField background =
      new ImageField(
          "background",
          "Its clean plate: an open image, a file, or median, the scene most of the time",
          Quantile.MEDIAN.key());
  private final ImageField corrected =
      new ImageField(
          "corrected",
          "A stack or folder of corrected mattes, white on the subject, such as slices of a result"
              + " of Matte Stack...");
  private final JTextField frames = new JTextField(12);
  private final JPanel general = card();
  private final JPanel own = card();
  private final JPanel panel =
      new JPanel(new MigLayout("insets 0, fillx, hidemode 3", "[grow,fill]"));

  DataPanel() {
    generated.setName("generated");
    generated.setToolTipText("Painted and photographed by the program: needs no data, never ends");
    folders.setName("folders");
    folders.setToolTipText("VideoMatte240K, PhotoMatte85 and the like, as they are downloaded");
    ButtonGroup group = new ButtonGroup();
    group.add(generated);
    group.add(folders);
    share.setName("share");
    share.setToolTipText("Part of the samples that is generated nevertheless");
    frames.setName("frames");
    frames.setToolTipText(
        "The frames that the mattes are of, from 1, such as 3,10,20-24; empty if there is one for"
            + " each frame");
    generated.addActionListener(event -> enableFolders());
    folders.addActionListener(event -> enableFolders());
    addGeneral();
    addFootage();
    panel.add(general, "wrap");
    panel.add(own, "wrap");
    enableFolders();
  }

  private static PathField folder(String name, String tip) {
    return new PathField(name, tip, JFileChooser.DIRECTORIES_ONLY);
  }

  private void addGeneral() {
    general.add(generated, "span, alignx left");
    general.add(folders, "span, alignx left");
    row(general, "Foregrounds", foregrounds.field(), foregrounds.component());
    row(general, "Alphas", alphas.field(), alphas.component());
    row(general, "Backgrounds", backgrounds.field(), backgrounds.component());
    row(general, "Generated part", share, share);
  }

  private void addFootage() {
    row(own, "Footage", footage.component(), footage.panel());
    row(own, "Background", background.component(), background.panel());
    row(own, "Corrected", corrected.component(), corrected.panel());
    row(own, "of frames", frames, frames);
  }

  private static JPanel card() {
    return new JPanel(new MigLayout("insets 0, fillx, wrap 2", "[right][grow,fill]"));
  }

  private static void row(JPanel card, String text, Component field, Component whole) {
    JLabel label = new JLabel(text);
    label.setLabelFor(field);
    card.add(label);
    card.add(whole, "wmin 80");
  }

  JPanel component() {
    return panel;
  }

  /** Shows the fields that a stage needs. */
  void show(StagePreset preset) {
    general.setVisible(preset != StagePreset.FOOTAGE);
    own.setVisible(preset == StagePreset.FOOTAGE);
    panel.revalidate();
  }

  void updateImages() {
    footage.updateImages();
    background.updateImages();
    corrected.updateImages();
  }

  private void enableFolders() {
    boolean enabled = folders.isSelected() && folders.isEnabled();
    foregrounds.setEnabled(enabled);
    alphas.setEnabled(enabled);
    backgrounds.setEnabled(enabled);
    share.setEnabled(enabled);
  }

  void setEnabled(boolean enabled) {
    generated.setEnabled(enabled);
    folders.setEnabled(enabled);
    enableFolders();
    footage.setEnabled(enabled);
    background.setEnabled(enabled);
    corrected.setEnabled(enabled);
    frames.setEnabled(enabled);
  }

  /** What the fields say, not checked. */
  DataChoice read() {
    if (own.isVisible()) {
      return new DataChoice.Footage(
          footage.text(), background.text(), corrected.text(), frames.getText());
    }
    return generated.isSelected()
        ? new DataChoice.Generated()
        : new DataChoice.Folders(
            foregrounds.text(), alphas.text(), backgrounds.text(), (Double) share.getValue());
  }
}
