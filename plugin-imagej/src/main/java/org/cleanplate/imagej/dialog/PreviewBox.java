package org.cleanplate.imagej.dialog;

import ij.IJ;
import ij.gui.GenericDialog;
import java.awt.Checkbox;
import java.util.function.Supplier;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.run.StackPreview;

/** The check box that shows the matte of the current slice with what a dialog holds. */
final class PreviewBox {
  private final StackPreview preview;
  private final Supplier<MatteStackParameters> parameters;
  private final Checkbox box;

  /**
   * Adds the box below the fields that the dialog has.
   *
   * @param parameters reads the dialog; may throw a {@link MattingException}
   */
  PreviewBox(
      GenericDialog dialog,
      StackPreview preview,
      boolean on,
      Supplier<MatteStackParameters> parameters) {
    this.preview = preview;
    this.parameters = parameters;
    dialog.addCheckbox("Preview", on);
    box = Fields.lastCheckbox(dialog);
  }

  boolean isOn() {
    return box.getState();
  }

  /** To be called whenever a field has changed. */
  void update() {
    if (!isOn()) {
      preview.hide();
      return;
    }
    try {
      preview.show(parameters.get());
    } catch (MattingException e) {
      // Somebody is still typing.
      IJ.showStatus(e.getMessage());
    }
  }
}
