package org.cleanplate.imagej.dialog;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import java.awt.Choice;
import java.awt.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.parameters.AlignmentChoice;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.imagej.parameters.MatchChoice;
import org.cleanplate.imagej.parameters.PlateOptions;

/**
 * The fields that choose the clean plate (an open image, the median, a number, or a file) and how
 * it is aligned.
 */
final class BackgroundFields {
  private static final String MEDIAN = "Median of the source";
  private static final String FILE = "Picture file";

  private final GenericDialog dialog;
  private final String numbered;
  private final List<String> titles;
  private final Choice choice;
  private final TextField number;
  private final TextField file;

  /**
   * Adds the fields.
   *
   * @param unit what the source consists of, capitalised: {@code "Slice"}
   * @param images open images that may be the background
   * @param preselected whether the first of them is likely the background
   */
  BackgroundFields(GenericDialog dialog, String unit, List<ImagePlus> images, boolean preselected) {
    this.dialog = dialog;
    this.numbered = unit + " of the source";
    this.titles = images.stream().map(ImagePlus::getTitle).toList();
    List<String> entries = new ArrayList<>(titles);
    entries.addAll(List.of(MEDIAN, numbered, FILE));
    dialog.addChoice(
        "Background", entries.toArray(String[]::new), preselected ? entries.get(0) : MEDIAN);
    choice = Fields.lastChoice(dialog);
    dialog.addNumericField(unit + " number", 1, 0, 8, "");
    number = Fields.lastNumber(dialog);
    dialog.addFileField("Background file", "", 24);
    file = Fields.lastText(dialog);
    String[] motions =
        Arrays.stream(AlignmentChoice.values()).map(AlignmentChoice::key).toArray(String[]::new);
    dialog.addChoice("Align background", motions, AlignmentChoice.AUTO.key());
    String[] matches =
        Arrays.stream(MatchChoice.values()).map(MatchChoice::key).toArray(String[]::new);
    dialog.addChoice("Match exposure", matches, MatchChoice.AUTO.key());
    update();
  }

  /** Every open image but {@code source}, those of its size first. */
  static List<ImagePlus> candidates(ImagePlus source) {
    return OpenImages.all().stream()
        .filter(image -> image != source)
        .sorted(Comparator.comparing(image -> !sameSize(image, source)))
        .toList();
  }

  private static boolean sameSize(ImagePlus a, ImagePlus b) {
    return a.getWidth() == b.getWidth() && a.getHeight() == b.getHeight();
  }

  void update() {
    number.setEnabled(choice.getSelectedItem().equals(numbered));
    file.setEnabled(choice.getSelectedItem().equals(FILE));
  }

  /** Reads the plate; {@link #readAlignment} comes next. */
  BackgroundChoice read() {
    int index = dialog.getNextChoiceIndex();
    double chosenNumber = dialog.getNextNumber();
    String path = Fields.path(dialog.getNextString());
    if (index < titles.size()) {
      return new BackgroundChoice.Named(titles.get(index));
    }
    String entry = choice.getItem(index);
    if (entry.equals(MEDIAN)) {
      return new BackgroundChoice.Median();
    }
    if (entry.equals(numbered)) {
      return new BackgroundChoice.Numbered(Fields.wholeNumber(numbered, chosenNumber, 1));
    }
    if (path.isEmpty()) {
      throw new MattingException("No background file is chosen: give its path");
    }
    return new BackgroundChoice.Named(path);
  }

  /** Reads how to align it. */
  AlignmentChoice readAlignment() {
    return AlignmentChoice.values()[dialog.getNextChoiceIndex()];
  }

  /** Reads how it is made and lit; comes after {@link #readAlignment}. */
  PlateOptions readOptions() {
    return new PlateOptions(MatchChoice.values()[dialog.getNextChoiceIndex()]);
  }
}
