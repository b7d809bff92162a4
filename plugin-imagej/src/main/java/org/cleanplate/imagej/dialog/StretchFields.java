package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.StretchChoice;

/** The fields for which frames of a video are matted: by time, every so many, or as a trial. */
final class StretchFields {
  private static final String START = "start";
  private static final String END = "end";
  private static final String NO = "no";

  private final GenericDialog dialog;

  StretchFields(GenericDialog dialog) {
    this.dialog = dialog;
    dialog.addStringField("From (seconds)", START, 8);
    dialog.addStringField("To (seconds)", END, 8);
    dialog.addNumericField("Every n-th frame", 1, 0, 8, "");
    dialog.addStringField("Trial at half size (seconds)", NO, 8);
  }

  /** Reads the fields, in the order in which they were added. */
  StretchChoice read() {
    OptionalDouble from = seconds("From", dialog.getNextString(), START);
    OptionalDouble to = seconds("To", dialog.getNextString(), END);
    int step = Fields.wholeNumber("Every n-th frame", dialog.getNextNumber(), 1);
    OptionalDouble trial = seconds("Trial", dialog.getNextString(), NO);
    return new StretchChoice(1, OptionalInt.empty(), from, to, step, trial);
  }

  private static OptionalDouble seconds(String label, String text, String none) {
    if (text.isBlank() || text.strip().equalsIgnoreCase(none)) {
      return OptionalDouble.empty();
    }
    try {
      double seconds = Double.parseDouble(text.strip());
      if (seconds >= 0 && Double.isFinite(seconds)) {
        return OptionalDouble.of(seconds);
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of range.
    }
    throw new MattingException(
        label + " is \"" + text + "\", expected " + none + " or a number of seconds");
  }
}
