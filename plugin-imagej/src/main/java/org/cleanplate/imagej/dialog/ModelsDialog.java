package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.ModelsParameters;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.catalog.ModelEntry;
import org.cleanplate.network.catalog.PublishedFile;

/** Shows the models at hand and asks what to add. */
public final class ModelsDialog {
  private static final String[] ACTIONS = {"List in the Log", "Import a file", "Download"};

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
    return action.equals(ACTIONS[2])
        ? new ModelsParameters.Download(download)
        : new ModelsParameters.ListModels();
  }
}
