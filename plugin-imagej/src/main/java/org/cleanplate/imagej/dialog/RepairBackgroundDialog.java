package org.cleanplate.imagej.dialog;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.parameters.RepairBackgroundParameters;

/** Asks from which frame the selection of the current image is filled. */
public final class RepairBackgroundDialog {
  private RepairBackgroundDialog() {}

  /**
   * Shows the dialog and waits.
   *
   * @return empty if it was cancelled
   * @throws MattingException if no image is open, or a field cannot be understood
   */
  public static Optional<RepairBackgroundParameters> ask() {
    ImagePlus plate = OpenImages.current();
    List<ImagePlus> others = OpenImages.all().stream().filter(image -> image != plate).toList();
    GenericDialog dialog = new GenericDialog("Repair Background");
    dialog.addMessage("Fills the selection of " + plate.getTitle() + ".");
    dialog.addStringField("From (title or path)", others.isEmpty() ? "" : others.get(0).getTitle(), 24);
    dialog.addNumericField("Frame", 1, 0, 8, "");
    dialog.addNumericField("Feather", RepairBackgroundParameters.DEFAULT_FEATHER, 0, 8, "pixels");
    dialog.addHelp(HelpPage.of(RepairBackgroundParameters.SYNTAX));
    dialog.showDialog();
    return dialog.wasCanceled() ? Optional.empty() : Optional.of(read(dialog));
  }

  private static RepairBackgroundParameters read(GenericDialog dialog) {
    String from = Fields.path(dialog.getNextString());
    if (from.isEmpty()) {
      throw new MattingException("Nothing to fill from is given: name an open image or a video");
    }
    int frame = Fields.wholeNumber("Frame", dialog.getNextNumber(), 1);
    int feather = Fields.wholeNumber("Feather", dialog.getNextNumber(), 0);
    return new RepairBackgroundParameters(
        Optional.empty(), from, frame, Optional.empty(), feather);
  }
}
