package org.cleanplate.fiji.training;

import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What to learn from: generated samples or folders, or footage for fine-tuning on it. */
final class DataPanel {
  private final FolderCard general;
  private final FootageCard own;
  private final JPanel panel =
      new JPanel(new MigLayout("insets 0, fillx, hidemode 3", "[grow,fill]"));

  DataPanel(FolderCard general, FootageCard own) {
    this.general = general;
    this.own = own;
    panel.add(general.component(), "wrap");
    panel.add(own.component(), "wrap");
  }

  JPanel component() {
    return panel;
  }

  /** Shows the fields that a stage needs. */
  void show(StagePreset preset) {
    general.component().setVisible(preset != StagePreset.FOOTAGE);
    own.component().setVisible(preset == StagePreset.FOOTAGE);
    panel.revalidate();
  }

  void updateImages() {
    own.updateImages();
  }

  void setEnabled(boolean enabled) {
    general.setEnabled(enabled);
    own.setEnabled(enabled);
  }

  /** What the fields say, not checked. */
  DataChoice read() {
    return own.component().isVisible() ? own.read() : general.read();
  }
}
