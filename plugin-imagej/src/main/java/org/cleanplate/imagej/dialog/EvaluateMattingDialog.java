package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.util.Optional;
import java.util.OptionalInt;
import org.cleanplate.MattingException;
import org.cleanplate.evaluation.SizeRange;
import org.cleanplate.imagej.parameters.CompositeChoice;
import org.cleanplate.imagej.parameters.EvaluateMattingParameters;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.run.EngineHolder;

/** Asks for a data set and what to measure on it. */
public final class EvaluateMattingDialog {
  private static final String ALL = "all";

  private final GenericDialog dialog = new GenericDialog("Evaluate Matting");
  private final MattingFields matting;

  private EvaluateMattingDialog() {
    dialog.addDirectoryField("Data set (src, bgr, pha; or fgr, pha)", "", 24);
    dialog.addDirectoryField("Backgrounds for fgr", "", 24);
    dialog.addStringField("Size of composites", CompositeChoice.DEFAULT_SIZE, 10);
    dialog.addNumericField("Seed", CompositeChoice.DEFAULT_SEED, 0, 8, "");
    dialog.addNumericField("Smallest subject", SizeRange.PUBLISHED.least(), 2, 8, "of the frame");
    dialog.addNumericField("Largest subject", SizeRange.PUBLISHED.most(), 2, 8, "of the frame");
    dialog.addCheckbox("Spoil the plates (shift, noise, exposure, shadows)", true);
    dialog.addDirectoryField("Output folder", "", 24);
    matting = new MattingFields(dialog, EngineHolder.modelNames());
    dialog.addCheckbox("Without the refiner, too", true);
    dialog.addCheckbox("As Matte Stack... does by default, too", true);
    dialog.addCheckbox("Cleaned difference key, too", true);
    dialog.addStringField("Pictures", ALL, 8);
    dialog.addCheckbox("Pictures of a folder follow in time", false);
    dialog.addHelp(HelpPage.of(EvaluateMattingParameters.SYNTAX));
    dialog.addDialogListener(
        (changed, event) -> {
          matting.update();
          return true;
        });
  }

  /**
   * Shows the dialog and waits.
   *
   * @return empty if it was cancelled
   * @throws MattingException if a field cannot be understood
   */
  public static Optional<EvaluateMattingParameters> ask() {
    EvaluateMattingDialog shown = new EvaluateMattingDialog();
    shown.dialog.showDialog();
    return shown.dialog.wasCanceled() ? Optional.empty() : Optional.of(shown.read());
  }

  private EvaluateMattingParameters read() {
    String data = folder("data set");
    Optional<CompositeChoice> composites = composites();
    String output = folder("output");
    MattingParameters model = matting.read();
    boolean coarse = dialog.getNextBoolean();
    boolean defaults = dialog.getNextBoolean();
    boolean baseline = dialog.getNextBoolean();
    OptionalInt images = images(dialog.getNextString().strip());
    return new EvaluateMattingParameters(
        data,
        composites,
        output,
        model,
        coarse,
        defaults,
        baseline,
        images,
        dialog.getNextBoolean());
  }

  private String folder(String what) {
    String folder = Fields.path(dialog.getNextString());
    if (folder.isEmpty()) {
      throw new MattingException("No " + what + " folder is chosen: give one");
    }
    return folder;
  }

  private Optional<CompositeChoice> composites() {
    String backgrounds = Fields.path(dialog.getNextString());
    String size = dialog.getNextString().strip();
    int seed = Fields.wholeNumber("Seed", dialog.getNextNumber(), 0);
    SizeRange subjects = new SizeRange(dialog.getNextNumber(), dialog.getNextNumber());
    boolean nuisances = dialog.getNextBoolean();
    if (backgrounds.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(CompositeChoice.of(backgrounds, size, seed, subjects, nuisances));
  }

  private static OptionalInt images(String text) {
    if (text.isEmpty() || text.equalsIgnoreCase(ALL)) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Fields.wholeNumber("Pictures", Double.parseDouble(text), 1));
    } catch (NumberFormatException e) {
      throw new MattingException(
          "Pictures is \"" + text + "\", expected all or a whole number over 0", e);
    }
  }
}
