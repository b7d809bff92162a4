package org.cleanplate.imagej.dialog;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.parameters.EstimateBackgroundParameters;
import org.cleanplate.imagej.parameters.EstimateBackgroundParameters.Method;

/** Asks what to estimate the background of: the current image, or a video if none is chosen. */
public final class EstimateBackgroundDialog {
  private EstimateBackgroundDialog() {}

  /**
   * Shows the dialog and waits.
   *
   * @return empty if it was cancelled
   * @throws MattingException if a field cannot be understood
   */
  public static Optional<EstimateBackgroundParameters> ask() {
    List<ImagePlus> images = OpenImages.all();
    GenericDialog dialog = new GenericDialog("Estimate Background");
    dialog.addMessage(
        images.isEmpty()
            ? "No image is open: choose a video or a folder of pictures."
            : "Source: " + images.get(0).getTitle() + ", unless a video is chosen.");
    dialog.addFileField("Video file", "", 24);
    dialog.addChoice("Method", new String[] {Method.MEDIAN.key()}, Method.MEDIAN.key());
    dialog.addNumericField(
        "Frames to look at", EstimateBackgroundParameters.DEFAULT_FRAMES, 0, 6, "");
    dialog.addHelp(HelpPage.of(EstimateBackgroundParameters.SYNTAX));
    dialog.showDialog();
    return dialog.wasCanceled() ? Optional.empty() : Optional.of(read(dialog));
  }

  private static EstimateBackgroundParameters read(GenericDialog dialog) {
    String video = Fields.path(dialog.getNextString());
    Method method = Method.values()[dialog.getNextChoiceIndex()];
    int frames =
        Fields.wholeNumber(
            "Frames to look at",
            dialog.getNextNumber(),
            EstimateBackgroundParameters.FEWEST_FRAMES);
    return new EstimateBackgroundParameters(
        Optional.empty(), video.isEmpty() ? Optional.empty() : Optional.of(video), method, frames);
  }
}
