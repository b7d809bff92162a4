package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.awt.Choice;
import java.awt.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.PrecisionChoice;
import org.cleanplate.imagej.parameters.BackdropChoice;
import org.cleanplate.imagej.parameters.ComputeChoice;
import org.cleanplate.imagej.parameters.ContrastChoice;
import org.cleanplate.imagej.parameters.DetailChoice;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.parameters.RefinementKind;
import org.cleanplate.imagej.run.ChosenModel;

/** The fields for model, device and refinement, the same in every dialog. */
final class MattingFields {
  private static final String[] DEVICES = {
    "auto", "cpu", "cuda:0", "cuda:0 required", "tensorrt:0"
  };
  private static final String AUTO = "auto";

  private final GenericDialog dialog;
  private final Choice refinement;
  private final TextField pixels;
  private final TextField threshold;
  private boolean backdrop;
  private boolean contrast;

  /** Adds the fields below those that the dialog has. */
  MattingFields(GenericDialog dialog, List<String> models) {
    this.dialog = dialog;
    dialog.addChoice("Model", models.toArray(String[]::new), ChosenModel.among(models));
    dialog.addChoice("Device", DEVICES, AUTO);
    String[] precisions =
        Arrays.stream(PrecisionChoice.values()).map(PrecisionChoice::key).toArray(String[]::new);
    dialog.addChoice("Precision", precisions, PrecisionChoice.AUTO.key());
    String[] kinds =
        Arrays.stream(RefinementKind.values()).map(RefinementKind::key).toArray(String[]::new);
    dialog.addChoice("Refinement", kinds, RefinementKind.SAMPLING.key());
    refinement = Fields.lastChoice(dialog);
    dialog.addNumericField("Pixels to refine", MattingOptions.DEFAULT_SAMPLE_PIXELS, 0, 8, "");
    pixels = Fields.lastNumber(dialog);
    dialog.addNumericField("Error threshold", MattingParameters.DEFAULT_THRESHOLD, 2, 8, "0..1");
    threshold = Fields.lastNumber(dialog);
    dialog.addStringField("Coarse scale", AUTO, 8);
    String[] details =
        Arrays.stream(DetailChoice.values()).map(DetailChoice::key).toArray(String[]::new);
    dialog.addChoice("Detail from", details, DetailChoice.PLATE.key());
    update();
  }

  /** Adds the field for what composites show behind the subject. */
  MattingFields withBackdrop() {
    dialog.addStringField("Backdrop", BackdropChoice.DEFAULT.text(), 12);
    backdrop = true;
    return this;
  }

  /** Adds the field for whether pictures of little contrast are stretched. */
  MattingFields withContrast() {
    String[] choices =
        Arrays.stream(ContrastChoice.values()).map(ContrastChoice::key).toArray(String[]::new);
    dialog.addChoice("Contrast", choices, ContrastChoice.AUTO.key());
    contrast = true;
    return this;
  }

  /** Greys out the numbers that the chosen refinement does not use. */
  void update() {
    pixels.setEnabled(refinement.getSelectedItem().equals(RefinementKind.SAMPLING.key()));
    threshold.setEnabled(refinement.getSelectedItem().equals(RefinementKind.THRESHOLDING.key()));
  }

  /** Reads the fields, in the order in which they were added. */
  MattingParameters read() {
    String model = dialog.getNextChoice();
    ComputeChoice compute =
        new ComputeChoice(
            Device.parse(dialog.getNextChoice()),
            PrecisionChoice.values()[dialog.getNextChoiceIndex()]);
    RefinementKind kind = RefinementKind.values()[dialog.getNextChoiceIndex()];
    double pixelCount = dialog.getNextNumber();
    double error = dialog.getNextNumber();
    int sampled =
        kind == RefinementKind.SAMPLING ? Fields.wholeNumber("Pixels to refine", pixelCount, 0) : 0;
    if (kind == RefinementKind.THRESHOLDING && !(error >= 0 && error <= 1)) {
      throw new MattingException("Error threshold is " + threshold.getText() + ", expected 0..1");
    }
    OptionalDouble scale = scale(dialog.getNextString());
    return new MattingParameters(
        model,
        compute,
        kind.with(sampled, error),
        scale,
        DetailChoice.values()[dialog.getNextChoiceIndex()],
        contrast ? ContrastChoice.values()[dialog.getNextChoiceIndex()] : ContrastChoice.AUTO,
        backdrop
            ? BackdropChoice.parse(Fields.path(dialog.getNextString()))
            : BackdropChoice.DEFAULT);
  }

  private static OptionalDouble scale(String text) {
    if (text.isBlank() || text.strip().equalsIgnoreCase(AUTO)) {
      return OptionalDouble.empty();
    }
    try {
      double scale = Double.parseDouble(text.strip());
      if (scale > 0 && scale <= 1) {
        return OptionalDouble.of(scale);
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of range.
    }
    throw new MattingException(
        "Coarse scale is \"" + text + "\", expected auto or a number over 0 and up to 1");
  }
}
