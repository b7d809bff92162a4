package org.cleanplate.imagej.dialog;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import java.awt.Checkbox;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.parameters.AlignmentChoice;
import org.cleanplate.imagej.parameters.AxesChoice;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.imagej.parameters.EditsChoice;
import org.cleanplate.imagej.parameters.FileExport;
import org.cleanplate.imagej.parameters.FileFormat;
import org.cleanplate.imagej.parameters.FindingsChoice;
import org.cleanplate.imagej.parameters.LevelsChoice;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.imagej.parameters.OverlayChoice;
import org.cleanplate.imagej.parameters.PlateOptions;
import org.cleanplate.imagej.parameters.UnmixChoice;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.StackPreview;

/** Asks for the parameters of one run on the current image. */
public final class MatteStackDialog {
  private static final String[] ALPHA_DEPTHS = {"32", "16", "8"};

  private final ImagePlus source;
  private final boolean deep;
  private final GenericDialog dialog;
  private final BackgroundFields background;
  private final MattingFields matting;
  private final FileFields files;
  private final PreviewBox preview;
  private final Checkbox more;

  private MatteStackDialog(ImagePlus source, StackPreview shown) {
    this.source = source;
    this.deep = source.getBitDepth() == 16 || source.getBitDepth() == 32;
    this.dialog = new GenericDialog("Matte Stack");
    dialog.addMessage(
        "Source: "
            + source.getTitle()
            + ", "
            + source.getWidth()
            + "x"
            + source.getHeight()
            + ", "
            + source.getStackSize()
            + (source.getStackSize() == 1 ? " slice" : " slices"));
    background = new BackgroundFields(dialog, "Slice", BackgroundFields.candidates(source), true);
    matting = new MattingFields(dialog, EngineHolder.modelNames()).withBackdrop().withContrast();
    if (deep) {
      dialog.addNumericField("Black level", source.getProcessor().getMin(), 2, 8, "");
      dialog.addNumericField("White level", source.getProcessor().getMax(), 2, 8, "");
    }
    OutputFields.add(dialog, Output.ALL);
    dialog.addChoice("Alpha bits", ALPHA_DEPTHS, ALPHA_DEPTHS[0]);
    files = new FileFields(dialog, "Save to folder", FileFormat.ofStacks());
    dialog.addCheckbox("More options...", false);
    more = Fields.lastCheckbox(dialog);
    preview = new PreviewBox(dialog, shown, false, this::read);
    dialog.addHelp(HelpPage.of(MatteStackParameters.SYNTAX));
    dialog.addDialogListener(
        (changed, event) -> {
          background.update();
          matting.update();
          files.update();
          preview.update();
          return true;
        });
  }

  /**
   * Shows the dialog and waits.
   *
   * @return empty if it was cancelled
   * @throws MattingException if no image is open, or a field cannot be understood
   */
  public static Optional<MatteStackParameters> ask() {
    ImagePlus source = OpenImages.current();
    EngineHolder.prepare();
    try (StackPreview preview = new StackPreview(source, EngineHolder::open)) {
      MatteStackDialog shown = new MatteStackDialog(source, preview);
      shown.dialog.showDialog();
      if (shown.dialog.wasCanceled()) {
        return Optional.empty();
      }
      MatteStackParameters chosen = shown.read();
      return shown.more.getState()
          ? MatteOptionsDialog.ask(chosen, preview, shown.preview.isOn())
          : Optional.of(chosen);
    }
  }

  private MatteStackParameters read() {
    BackgroundChoice plate = background.read();
    AlignmentChoice align = background.readAlignment();
    PlateOptions options = background.readOptions(plate);
    MattingParameters model = matting.read();
    LevelsChoice levels = deep ? readLevels() : LevelsChoice.DISPLAY_RANGE;
    Set<Output> outputs = OutputFields.read(dialog, Output.ALL);
    int alphaDepth = Integer.parseInt(dialog.getNextChoice());
    Optional<FileExport> save = files.read();
    return new MatteStackParameters(
        Optional.empty(),
        plate,
        align,
        options,
        model,
        levels,
        outputs,
        save.isEmpty() || save.get().format() == FileFormat.STACK
            ? alphaDepth
            : MatteStackParameters.DEFAULT_ALPHA_DEPTH,
        AxesChoice.AUTO,
        EditsChoice.NONE,
        FindingsChoice.NONE,
        UnmixChoice.AUTO,
        OverlayChoice.NONE,
        save);
  }

  /** An end that was left alone stays that of the display range, also when the run is repeated. */
  private LevelsChoice readLevels() {
    return new LevelsChoice(
        unlessShown(dialog.getNextNumber(), source.getProcessor().getMin()),
        unlessShown(dialog.getNextNumber(), source.getProcessor().getMax()));
  }

  private static OptionalDouble unlessShown(double value, double displayed) {
    // The field shows two decimals.
    return Math.abs(value - displayed) <= 0.005 ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
