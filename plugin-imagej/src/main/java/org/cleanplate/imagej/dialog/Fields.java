package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.TextField;
import java.util.List;
import org.cleanplate.MattingException;

/** The parts of a {@link GenericDialog}, which ImageJ hands out without types. */
final class Fields {
  private Fields() {}

  static Choice lastChoice(GenericDialog dialog) {
    return (Choice) last(dialog.getChoices());
  }

  static TextField lastNumber(GenericDialog dialog) {
    return (TextField) last(dialog.getNumericFields());
  }

  static TextField lastText(GenericDialog dialog) {
    return (TextField) last(dialog.getStringFields());
  }

  static Checkbox lastCheckbox(GenericDialog dialog) {
    return (Checkbox) last(dialog.getCheckboxes());
  }

  private static Object last(List<?> parts) {
    return parts.get(parts.size() - 1);
  }

  /**
   * A number that a field may hold.
   *
   * @throws MattingException if it is not a whole number of at least {@code least}
   */
  static int wholeNumber(String label, double value, int least) {
    if (!(value >= least && value <= Integer.MAX_VALUE && value == Math.rint(value))) {
      throw new MattingException(
          label + " is " + value + ", expected a whole number of at least " + least);
    }
    return (int) value;
  }

  /** Paths are recorded with slashes, which every system reads and no quoting doubles. */
  static String path(String text) {
    return text.strip().replace('\\', '/');
  }
}
