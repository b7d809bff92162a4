package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.imagej.parameters.ModelsParameters;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.catalog.ModelEntry;
import org.cleanplate.network.catalog.PublishedFile;

/** Shows the models at hand and asks what to add. */
public final class ModelsDialog {
  private static final String[] ACTIONS = {
    "List in the Log", "Import a file", "Download", "Export to a file"
  };

  private ModelsDialog() {}

  /**
   * Shows the dialog and waits.
   *
   * @return empty if it was cancelled
   * @throws MattingException if no file is given to import
   */
  public static Optional<ModelsParameters> ask(ModelCatalog catalog) {
    GenericDialog dialog = new GenericDialog("Models");
    dialog.addMessage(
        catalog.list().stream()
            .map(ModelEntry::name)
            .collect(Collectors.joining("\n  ", "Models at hand:\n  ", "")));
    dialog.addRadioButtonGroup("", ACTIONS, ACTIONS.length, 1, ACTIONS[0]);
    dialog.addFileField("File to import", "", 24);
    dialog.addStringField("Name for it", "", 24);
    dialog.addChoice(
        "To download",
        catalog.downloads().stream().map(PublishedFile::modelName).toArray(String[]::new),
        null);
    dialog.addChoice(
        "Model to export",
        catalog.list().stream().map(ModelEntry::name).toArray(String[]::new),
        catalog.defaultModel());
    dialog.addStringField("File to export to", "", 24);
    dialog.addMessage(".safetensors or .pth, or .onnx for frames of one size:");
    dialog.addNumericField("Width", ModelsParameters.DEFAULT_WIDTH, 0, 8, "pixels");
    dialog.addNumericField("Height", ModelsParameters.DEFAULT_HEIGHT, 0, 8, "pixels");
    dialog.addNumericField("Pixels to refine", MattingOptions.DEFAULT_SAMPLE_PIXELS, 0, 8, "");
    dialog.addHelp(HelpPage.of(ModelsParameters.SYNTAX));
    dialog.showDialog();
    return dialog.wasCanceled() ? Optional.empty() : Optional.of(read(dialog));
  }

  private static ModelsParameters read(GenericDialog dialog) {
    String action = dialog.getNextRadioButton();
    String file = Fields.path(dialog.getNextString());
    String name = dialog.getNextString().strip();
    String download = dialog.getNextChoice();
    if (action.equals(ACTIONS[1])) {
      if (file.isEmpty()) {
        throw new MattingException("No file to import is chosen: give its path");
      }
      return new ModelsParameters.Import(
          file, name.isEmpty() ? Optional.empty() : Optional.of(name));
    }
    if (action.equals(ACTIONS[3])) {
      return readExport(dialog);
    }
    return action.equals(ACTIONS[2])
        ? new ModelsParameters.Download(download)
        : new ModelsParameters.ListModels();
  }

  private static ModelsParameters readExport(GenericDialog dialog) {
    String model = dialog.getNextChoice();
    String file = Fields.path(dialog.getNextString());
    int width = Fields.wholeNumber("Width", dialog.getNextNumber(), 4);
    int height = Fields.wholeNumber("Height", dialog.getNextNumber(), 4);
    int pixels = Fields.wholeNumber("Pixels to refine", dialog.getNextNumber(), 16);
    return ModelsParameters.Export.of(file, model, width, height, OptionalDouble.empty(), pixels);
  }
}
