package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.util.Optional;
import java.util.OptionalInt;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.ReleaseMemoryParameters;
import org.cleanplate.imagej.run.EngineHolder;

/** Asks whether to free memory, and for how long to keep it from now on. */
public final class ReleaseMemoryDialog {
  private ReleaseMemoryDialog() {}

  /**
   * Shows the dialog and waits.
   *
   * @return empty if it was cancelled
   * @throws MattingException if a field cannot be understood
   */
  public static Optional<ReleaseMemoryParameters> ask() {
    int before = EngineHolder.idleMinutes();
    GenericDialog dialog = new GenericDialog("Release Memory");
    dialog.addMessage(
        "Frees the memory of models that nobody uses, on the GPU and on the CPU.\n"
            + "A model that is used again is loaded again.");
    dialog.addNumericField("Free unused models after", before, 0, 6, "minutes");
    dialog.addHelp(HelpPage.of(ReleaseMemoryParameters.SYNTAX));
    dialog.showDialog();
    if (dialog.wasCanceled()) {
      return Optional.empty();
    }
    int minutes = Fields.wholeNumber("Free unused models after", dialog.getNextNumber(), 0);
    if (minutes > ReleaseMemoryParameters.MOST_IDLE_MINUTES) {
      throw new MattingException(
          "Minutes are "
              + minutes
              + ", expected at most "
              + ReleaseMemoryParameters.MOST_IDLE_MINUTES);
    }
    return Optional.of(
        new ReleaseMemoryParameters(
            minutes == before ? OptionalInt.empty() : OptionalInt.of(minutes)));
  }
}
