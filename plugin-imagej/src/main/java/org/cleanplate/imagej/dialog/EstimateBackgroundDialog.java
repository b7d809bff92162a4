package org.cleanplate.imagej.dialog;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.imagej.parameters.EstimateBackgroundParameters;
import org.cleanplate.imagej.parameters.EstimateChoice;
import org.cleanplate.plate.estimate.Quantile;

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
    dialog.addStringField("Method", Quantile.MEDIAN.key(), 14);
    dialog.addMessage("median, minimum, maximum, or quantile 0.2");
    EstimateFields estimate = new EstimateFields(dialog);
    dialog.addCheckbox("Ghosts", false);
    dialog.addHelp(HelpPage.of(EstimateBackgroundParameters.SYNTAX));
    dialog.showDialog();
    return dialog.wasCanceled() ? Optional.empty() : Optional.of(read(dialog, estimate));
  }

  private static EstimateBackgroundParameters read(GenericDialog dialog, EstimateFields estimate) {
    String video = Fields.path(dialog.getNextString());
    String method = dialog.getNextString();
    Quantile quantile =
        BackgroundChoice.parseQuantile(method)
            .orElseThrow(
                () ->
                    new MattingException(
                        "Method is \""
                            + method
                            + "\", expected median, minimum, maximum, or quantile 0.2"));
    EstimateChoice choice = estimate.read();
    return new EstimateBackgroundParameters(
        Optional.empty(),
        video.isEmpty() ? Optional.empty() : Optional.of(video),
        quantile,
        choice,
        dialog.getNextBoolean());
  }
}
