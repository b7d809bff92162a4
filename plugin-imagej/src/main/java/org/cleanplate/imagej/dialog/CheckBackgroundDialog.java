package org.cleanplate.imagej.dialog;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import java.util.List;
import java.util.Optional;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.imagej.parameters.CheckBackgroundParameters;

/** Asks which background to compare with which frame. */
public final class CheckBackgroundDialog {
  private CheckBackgroundDialog() {}

  /**
   * Shows the dialog and waits.
   *
   * @return empty if it was cancelled
   * @throws org.cleanplate.MattingException if a field cannot be understood
   */
  public static Optional<CheckBackgroundParameters> ask() {
    List<ImagePlus> images = OpenImages.all();
    GenericDialog dialog = new GenericDialog("Check Background");
    dialog.addMessage(
        images.isEmpty()
            ? "No image is open: choose a video or a folder of pictures."
            : "Source: " + images.get(0).getTitle() + ", unless a video is chosen.");
    dialog.addFileField("Video file", "", 24);
    dialog.addStringField(
        "Background", images.size() > 1 ? images.get(1).getTitle() : "median", 24);
    dialog.addMessage("A title, a path, median, slice 1 or frame 1.");
    dialog.addNumericField("Frame", 1, 0, 8, "");
    dialog.addHelp(HelpPage.of(CheckBackgroundParameters.SYNTAX));
    dialog.showDialog();
    return dialog.wasCanceled() ? Optional.empty() : Optional.of(read(dialog));
  }

  private static CheckBackgroundParameters read(GenericDialog dialog) {
    String video = Fields.path(dialog.getNextString());
    BackgroundChoice background = BackgroundChoice.parse(dialog.getNextString());
    int frame = Fields.wholeNumber("Frame", dialog.getNextNumber(), 1);
    return new CheckBackgroundParameters(
        Optional.empty(),
        video.isEmpty() ? Optional.empty() : Optional.of(video),
        background,
        frame);
  }
}
