package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.mask.KeyFrames;
import org.cleanplate.imagej.parameters.AxesChoice;
import org.cleanplate.imagej.parameters.EditsChoice;
import org.cleanplate.imagej.parameters.FindingsChoice;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.OverlayChoice;
import org.cleanplate.imagej.parameters.UnmixChoice;
import org.cleanplate.imagej.run.StackPreview;
import org.cleanplate.matte.MaskOptions;

/** Asks for what a run on a stack needs only sometimes. */
final class MatteOptionsDialog {
  private static final String NONE = "none";

  /** In the order of {@link KeyFrames}. */
  private static final String[] AFTERWARDS = {
    "hold until the next", "move to the next", "hold on that one"
  };

  private final MatteStackParameters before;
  private final GenericDialog dialog = new GenericDialog("Matte Stack: More Options");
  private final PreviewBox preview;

  private MatteOptionsDialog(MatteStackParameters before, StackPreview shown, boolean previewed) {
    this.before = before;
    dialog.addChoice("Channels", keys(AxesChoice.Channels.values()), "auto");
    dialog.addChoice("Time axis", keys(AxesChoice.Time.values()), "auto");
    dialog.addNumericField("Steady over frames", 0, 0, 4, "0 is off");
    dialog.addStringField("Include area", "", 20);
    dialog.addStringField("Exclude area", "", 20);
    dialog.addMessage("Areas: roi, overlay, a mask image, or a file of ROIs");
    dialog.addChoice("Areas set on a slice", AFTERWARDS, AFTERWARDS[0]);
    dialog.addCheckbox("Table", false);
    dialog.addCheckbox("ROIs", false);
    dialog.addNumericField("Mask threshold", MaskOptions.DEFAULT.threshold(), 2, 6, "");
    dialog.addNumericField("Least area", MaskOptions.DEFAULT.minAreaPixels(), 0, 6, "pixels");
    dialog.addChoice("Unmix foreground", keys(UnmixChoice.values()), "auto");
    dialog.addChoice("Overlay", overlays(), NONE);
    dialog.addCheckbox("Overlay on a copy", false);
    preview = new PreviewBox(dialog, shown, previewed, this::read);
    dialog.addHelp(HelpPage.of(MatteStackParameters.SYNTAX));
    dialog.addDialogListener(
        (changed, event) -> {
          preview.update();
          return true;
        });
  }

  private static String[] keys(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }

  private static String[] overlays() {
    return Stream.concat(Stream.of(NONE), Arrays.stream(keys(OverlayChoice.Style.values())))
        .toArray(String[]::new);
  }

  /**
   * Shows the dialog and waits.
   *
   * @param before what was chosen so far
   * @param previewed whether the preview is on
   * @return empty if it was cancelled
   * @throws MattingException if a field cannot be understood
   */
  static Optional<MatteStackParameters> ask(
      MatteStackParameters before, StackPreview preview, boolean previewed) {
    MatteOptionsDialog shown = new MatteOptionsDialog(before, preview, previewed);
    shown.dialog.showDialog();
    return shown.dialog.wasCanceled() ? Optional.empty() : Optional.of(shown.read());
  }

  private MatteStackParameters read() {
    AxesChoice axes =
        new AxesChoice(
            AxesChoice.Channels.values()[dialog.getNextChoiceIndex()],
            AxesChoice.Time.values()[dialog.getNextChoiceIndex()]);
    EditsChoice edits =
        new EditsChoice(
            Fields.wholeNumber("Steady over frames", dialog.getNextNumber(), 0),
            area(dialog.getNextString()),
            area(dialog.getNextString()),
            KeyFrames.values()[dialog.getNextChoiceIndex()]);
    boolean table = dialog.getNextBoolean();
    boolean rois = dialog.getNextBoolean();
    double threshold = dialog.getNextNumber();
    int area = Fields.wholeNumber("Least area", dialog.getNextNumber(), 1);
    UnmixChoice unmix = UnmixChoice.values()[dialog.getNextChoiceIndex()];
    OverlayChoice overlay = overlay(dialog.getNextChoiceIndex(), dialog.getNextBoolean());
    return before.with(
        axes,
        edits,
        new FindingsChoice(table, rois, new MaskOptions(threshold, area)),
        unmix,
        overlay);
  }

  private static Optional<String> area(String text) {
    return Optional.of(Fields.path(text)).filter(path -> !path.isEmpty());
  }

  private static OverlayChoice overlay(int index, boolean onCopy) {
    return index == 0
        ? OverlayChoice.NONE
        : new OverlayChoice(Optional.of(OverlayChoice.Style.values()[index - 1]), onCopy);
  }
}
