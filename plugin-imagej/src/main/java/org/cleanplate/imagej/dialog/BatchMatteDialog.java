package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.AlignmentChoice;
import org.cleanplate.imagej.parameters.BatchMatteParameters;
import org.cleanplate.imagej.parameters.FileExport;
import org.cleanplate.imagej.parameters.FileFormat;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.imagej.run.EngineHolder;

/** Asks for a folder or a manifest, and what to make of each file. */
public final class BatchMatteDialog {
  private final GenericDialog dialog = new GenericDialog("Batch Matte");
  private final MattingFields matting;
  private final FileFields files;

  private BatchMatteDialog() {
    dialog.addDirectoryField("Input folder", "", 24);
    dialog.addStringField("Include", "", 24);
    dialog.addFileField("or manifest (CSV)", "", 24);
    dialog.addStringField("Background", "{name}-plate.png", 24);
    dialog.addMessage(
        "{name}: the file's own name. Or one path for all, median, frame 1, ...\n"
            + "Include: such as *.tif; empty for all videos and TIFF stacks.");
    String[] motions =
        Arrays.stream(AlignmentChoice.values()).map(AlignmentChoice::key).toArray(String[]::new);
    dialog.addChoice("Align background", motions, AlignmentChoice.AUTO.key());
    matting = new MattingFields(dialog, EngineHolder.modelNames()).withBackdrop().withContrast();
    OutputFields.add(dialog, Output.WRITABLE);
    files = new FileFields(dialog, "Output folder", FileFormat.ofVideos());
    dialog.addCheckbox("Matte again what is whole", false);
    dialog.addHelp(HelpPage.of(BatchMatteParameters.SYNTAX));
    dialog.addDialogListener(
        (changed, event) -> {
          matting.update();
          files.update();
          return true;
        });
  }

  /**
   * Shows the dialog and waits.
   *
   * @return empty if it was cancelled
   * @throws MattingException if a field cannot be understood
   */
  public static Optional<BatchMatteParameters> ask() {
    BatchMatteDialog shown = new BatchMatteDialog();
    shown.dialog.showDialog();
    return shown.dialog.wasCanceled() ? Optional.empty() : Optional.of(shown.read());
  }

  private BatchMatteParameters read() {
    String folder = Fields.path(dialog.getNextString());
    String include = dialog.getNextString().strip();
    String manifest = Fields.path(dialog.getNextString());
    String background = dialog.getNextString().strip();
    AlignmentChoice align = AlignmentChoice.values()[dialog.getNextChoiceIndex()];
    MattingParameters model = matting.read();
    Set<Output> outputs = OutputFields.read(dialog, Output.WRITABLE);
    Optional<FileExport> export = files.read();
    return new BatchMatteParameters(
        given(folder),
        given(include),
        given(manifest),
        dialog.getNextBoolean(),
        false,
        BatchMatteParameters.shared(given(background), align, model, outputs, export));
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
