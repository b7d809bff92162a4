package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.util.Arrays;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.JumpChoice;
import org.cleanplate.imagej.parameters.OpenVideoParameters;

/** Asks for a video to open. */
public final class OpenVideoDialog {
  private OpenVideoDialog() {}

  /**
   * Shows the dialog and waits.
   *
   * @return empty if it was cancelled
   * @throws MattingException if no video is chosen
   */
  public static Optional<OpenVideoParameters> ask() {
    GenericDialog dialog = new GenericDialog("Open Video as Virtual Stack");
    dialog.addFileField("Video file", "", 24);
    dialog.addCheckbox("Deinterlace", false);
    String[] jumps = Arrays.stream(JumpChoice.values()).map(JumpChoice::key).toArray(String[]::new);
    dialog.addChoice("Jumps", jumps, JumpChoice.AUTO.key());
    dialog.addHelp(HelpPage.of(OpenVideoParameters.SYNTAX));
    dialog.showDialog();
    return dialog.wasCanceled() ? Optional.empty() : Optional.of(read(dialog));
  }

  private static OpenVideoParameters read(GenericDialog dialog) {
    String video = Fields.path(dialog.getNextString());
    if (video.isEmpty()) {
      throw new MattingException("No video is chosen: give the path of one");
    }
    return new OpenVideoParameters(
        video, dialog.getNextBoolean(), JumpChoice.values()[dialog.getNextChoiceIndex()]);
  }
}
