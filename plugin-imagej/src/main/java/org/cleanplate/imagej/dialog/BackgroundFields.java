package org.cleanplate.imagej.dialog;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import java.awt.Choice;
import java.awt.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.parameters.AlignmentChoice;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.imagej.parameters.EstimateChoice;
import org.cleanplate.imagej.parameters.MatchChoice;
import org.cleanplate.imagej.parameters.PlateOptions;
import org.cleanplate.plate.estimate.Quantile;

/**
 * The fields that choose the clean plate (an open image, the median, a number, or a file) and how
 * it is aligned.
 */
final class BackgroundFields {
  private static final String MEDIAN = "Median of the source";
  private static final String MINIMUM = "Minimum of the source";
  private static final String MAXIMUM = "Maximum of the source";
  private static final String QUANTILE = "Quantile of the source";
  private static final double LOW_QUANTILE = 0.2;
  private static final String FILE = "Picture file";

  private final GenericDialog dialog;
  private final String numbered;
  private final List<String> titles;
  private final Choice choice;
  private final TextField number;
  private final TextField quantile;
  private final TextField file;
  private final EstimateFields estimate;

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
    entries.addAll(List.of(MEDIAN, MINIMUM, MAXIMUM, QUANTILE, numbered, FILE));
    dialog.addChoice(
        "Background", entries.toArray(String[]::new), preselected ? entries.get(0) : MEDIAN);
    choice = Fields.lastChoice(dialog);
    dialog.addNumericField(unit + " number", 1, 0, 8, "");
    number = Fields.lastNumber(dialog);
    dialog.addNumericField("Quantile", LOW_QUANTILE, 2, 8, "0..1");
    quantile = Fields.lastNumber(dialog);
    dialog.addFileField("Background file", "", 24);
    file = Fields.lastText(dialog);
    String[] motions =
        Arrays.stream(AlignmentChoice.values()).map(AlignmentChoice::key).toArray(String[]::new);
    dialog.addChoice("Align background", motions, AlignmentChoice.AUTO.key());
    String[] matches =
        Arrays.stream(MatchChoice.values()).map(MatchChoice::key).toArray(String[]::new);
    dialog.addChoice("Match exposure", matches, MatchChoice.AUTO.key());
    estimate = new EstimateFields(dialog);
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
    quantile.setEnabled(choice.getSelectedItem().equals(QUANTILE));
    estimate.setEnabled(
        List.of(MEDIAN, MINIMUM, MAXIMUM, QUANTILE).contains(choice.getSelectedItem()));
  }

  /** Reads the plate; {@link #readAlignment} comes next. */
  BackgroundChoice read() {
    int index = dialog.getNextChoiceIndex();
    double chosenNumber = dialog.getNextNumber();
    double share = dialog.getNextNumber();
    String path = Fields.path(dialog.getNextString());
    if (index < titles.size()) {
      return new BackgroundChoice.Named(titles.get(index));
    }
    String entry = choice.getItem(index);
    Optional<Quantile> statistic = statistic(entry, share);
    if (statistic.isPresent()) {
      return new BackgroundChoice.Estimated(statistic.get());
    }
    if (entry.equals(numbered)) {
      return new BackgroundChoice.Numbered(Fields.wholeNumber(numbered, chosenNumber, 1));
    }
    if (path.isEmpty()) {
      throw new MattingException("No background file is chosen: give its path");
    }
    return new BackgroundChoice.Named(path);
  }

  private static Optional<Quantile> statistic(String entry, double share) {
    return switch (entry) {
      case MEDIAN -> Optional.of(Quantile.MEDIAN);
      case MINIMUM -> Optional.of(Quantile.MINIMUM);
      case MAXIMUM -> Optional.of(Quantile.MAXIMUM);
      case QUANTILE -> Optional.of(new Quantile(share));
      default -> Optional.empty();
    };
  }

  /** Reads how to align it. */
  AlignmentChoice readAlignment() {
    return AlignmentChoice.values()[dialog.getNextChoiceIndex()];
  }

  /**
   * Reads how it is made and lit; comes after {@link #readAlignment}.
   *
   * @param plate what {@link #read} returned; only an estimate is made in any way
   */
  PlateOptions readOptions(BackgroundChoice plate) {
    MatchChoice match = MatchChoice.values()[dialog.getNextChoiceIndex()];
    EstimateChoice made = estimate.read();
    boolean estimated = plate instanceof BackgroundChoice.Estimated;
    return new PlateOptions(match, estimated ? made : EstimateChoice.DEFAULT);
  }
}
