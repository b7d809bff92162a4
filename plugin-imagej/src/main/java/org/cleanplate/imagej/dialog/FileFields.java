package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.awt.Choice;
import java.awt.TextField;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cleanplate.imagej.parameters.FileExport;
import org.cleanplate.imagej.parameters.FileFormat;
import org.cleanplate.video.Quality;

/** The fields for results in files: a folder, the kind of file, its depth and quality. */
final class FileFields {
  private static final String[] BITS = {"as source", "8", "16"};

  private final GenericDialog dialog;
  private final List<FileFormat> offered;
  private final TextField folder;
  private final Choice format;
  private final Choice bits;
  private final TextField quality;

  /**
   * Adds the fields below those that the dialog has.
   *
   * @param offered kinds of file; the first is preferred
   */
  FileFields(GenericDialog dialog, String folderLabel, List<FileFormat> offered) {
    this.dialog = dialog;
    this.offered = offered;
    dialog.addDirectoryField(folderLabel, "", 24);
    folder = Fields.lastText(dialog);
    String[] formats = offered.stream().map(FileFormat::label).toArray(String[]::new);
    dialog.addChoice("File format", formats, formats[0]);
    format = Fields.lastChoice(dialog);
    dialog.addChoice("File bits", BITS, BITS[0]);
    bits = Fields.lastChoice(dialog);
    dialog.addNumericField("Video quality", Quality.DEFAULT.percent(), 0, 4, "1..100");
    quality = Fields.lastNumber(dialog);
    update();
  }

  /** Greys out what has no effect without a folder, or for videos. */
  void update() {
    boolean wanted = !folder.getText().isBlank();
    format.setEnabled(wanted);
    bits.setEnabled(wanted && chosen().holdsDeepPixels());
    quality.setEnabled(wanted && chosen().hasQuality());
  }

  private FileFormat chosen() {
    return offered.get(format.getSelectedIndex());
  }

  /** Empty if no folder is given. */
  Optional<FileExport> read() {
    String path = Fields.path(dialog.getNextString());
    FileFormat kind = offered.get(dialog.getNextChoiceIndex());
    String depth = dialog.getNextChoice();
    int percent = Fields.wholeNumber("Video quality", dialog.getNextNumber(), Quality.LEAST);
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(new FileExport(path, kind, bits(kind, depth), quality(kind, percent), false));
  }

  /** What is greyed out has no effect. */
  private static OptionalInt bits(FileFormat kind, String depth) {
    return depth.equals(BITS[0]) || !kind.holdsDeepPixels()
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(depth));
  }

  private static OptionalInt quality(FileFormat kind, int percent) {
    return kind.hasQuality() && percent != Quality.DEFAULT.percent()
        ? OptionalInt.of(new Quality(percent).percent())
        : OptionalInt.empty();
  }
}
