package org.cleanplate.fiji.training;

import java.awt.Component;
import javax.swing.ButtonGroup;
import javax.swing.JFileChooser;
import javax.swing.JRadioButton;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import org.cleanplate.fiji.window.Form;

/** Generated samples, or the folders of a data set. */
final class FolderCard {
  private final JRadioButton generated = new JRadioButton("Generated samples only", true);
  private final JRadioButton folders = new JRadioButton("Folders of a data set");
  private final PathField foregrounds =
      folder("foregrounds", "Pictures or videos of subjects, the authors' fgr");
  private final PathField alphas = folder("alphas", "Their alphas, by the same names, pha");
  private final PathField backgrounds =
      folder("backgrounds", "Pictures or videos without a subject");
  private final JSpinner share = new JSpinner(new SpinnerNumberModel(0.0, 0.0, 1.0, 0.05));
  private final Form form = new Form("0");

  FolderCard() {
    generated.setName("generated");
    generated.setToolTipText("Painted and photographed by the program: needs no data, never ends");
    folders.setName("folders");
    folders.setToolTipText("VideoMatte240K, PhotoMatte85 and the like, as they are downloaded");
    ButtonGroup group = new ButtonGroup();
    group.add(generated);
    group.add(folders);
    share.setName("share");
    share.setToolTipText("Part of the samples that is generated nevertheless");
    generated.addActionListener(event -> enableFolders());
    folders.addActionListener(event -> enableFolders());
    form.wide(generated)
        .wide(folders)
        .row("Foregrounds", foregrounds.field(), foregrounds.component())
        .row("Alphas", alphas.field(), alphas.component())
        .row("Backgrounds", backgrounds.field(), backgrounds.component())
        .row("Generated part", share);
    enableFolders();
  }

  private static PathField folder(String name, String tip) {
    return new PathField(name, tip, JFileChooser.DIRECTORIES_ONLY);
  }

  Component component() {
    return form.panel();
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
  }

  /** What the fields say, not checked. */
  DataChoice read() {
    return generated.isSelected()
        ? new DataChoice.Generated()
        : new DataChoice.Folders(
            foregrounds.text(), alphas.text(), backgrounds.text(), (Double) share.getValue());
  }
}
