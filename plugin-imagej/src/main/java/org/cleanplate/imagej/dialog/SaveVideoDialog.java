package org.cleanplate.imagej.dialog;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.io.SaveDialog;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.image.ResultTitle;
import org.cleanplate.imagej.image.ShownStackSource;
import org.cleanplate.imagej.parameters.SaveVideoParameters;
import org.cleanplate.video.VideoPreset;

/** Asks how to save the current image as a video, and where. */
public final class SaveVideoDialog {
  private SaveVideoDialog() {}

  /**
   * Shows the dialogs and waits.
   *
   * @return empty if one of them was cancelled
   * @throws MattingException if a field cannot be understood
   */
  public static Optional<SaveVideoParameters> ask() {
    ImagePlus image = OpenImages.current();
    GenericDialog dialog = new GenericDialog("Save Stack as Video");
    String[] kinds =
        Arrays.stream(VideoPreset.values()).map(VideoPreset::title).toArray(String[]::new);
    dialog.addChoice("Kind of video", kinds, kinds[0]);
    dialog.addNumericField("Frames a second", ShownStackSource.framesPerSecond(image), 3, 8, "");
    dialog.addHelp(HelpPage.of(SaveVideoParameters.SYNTAX));
    dialog.showDialog();
    if (dialog.wasCanceled()) {
      return Optional.empty();
    }
    VideoPreset preset = VideoPreset.values()[dialog.getNextChoiceIndex()];
    double rate = dialog.getNextNumber();
    if (!(rate > 0 && Double.isFinite(rate))) {
      throw new MattingException("Frames a second is " + rate + ", expected a number over 0");
    }
    OptionalDouble given =
        rate == ShownStackSource.framesPerSecond(image)
            ? OptionalDouble.empty()
            : OptionalDouble.of(rate);
    SaveDialog target =
        new SaveDialog(
            "Save Stack as Video", ResultTitle.stem(image.getTitle()), "." + preset.extension());
    if (target.getFileName() == null) {
      return Optional.empty();
    }
    String path = Fields.path(target.getDirectory() + target.getFileName());
    return Optional.of(new SaveVideoParameters(Optional.empty(), path, Optional.of(preset), given));
  }
}
