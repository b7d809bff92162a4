package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.awt.Choice;
import java.awt.TextField;
import java.util.Arrays;
import java.util.Optional;
import org.cleanplate.imagej.parameters.FileExport;
import org.cleanplate.imagej.parameters.FileFormat;

/** The fields for results in files: a folder, the kind of file, and bits a sample. */
final class FileFields {
  private static final String[] BITS = {"8", "16"};

  private final GenericDialog dialog;
  private final TextField folder;
  private final Choice format;
  private final Choice bits;

  FileFields(GenericDialog dialog, String folderLabel, FileFormat preferred) {
    this.dialog = dialog;
    dialog.addDirectoryField(folderLabel, "", 24);
    folder = Fields.lastText(dialog);
    String[] formats =
        Arrays.stream(FileFormat.values()).map(FileFormat::key).toArray(String[]::new);
    dialog.addChoice("File format", formats, preferred.key());
    format = Fields.lastChoice(dialog);
    dialog.addChoice("File bits", BITS, BITS[0]);
    bits = Fields.lastChoice(dialog);
    update();
  }

  /** Greys out what has no effect without a folder, or for videos. */
  void update() {
    boolean wanted = !folder.getText().isBlank();
    format.setEnabled(wanted);
    bits.setEnabled(wanted && chosen().isPictures());
  }

  private FileFormat chosen() {
    return FileFormat.values()[format.getSelectedIndex()];
  }

  /** Empty if no folder is given. */
  Optional<FileExport> read() {
    String path = Fields.path(dialog.getNextString());
    FileFormat kind = FileFormat.values()[dialog.getNextChoiceIndex()];
    int depth = Integer.parseInt(dialog.getNextChoice());
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(new FileExport(path, kind, kind.isPictures() ? depth : 8));
  }
}
