package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.awt.Checkbox;
import java.awt.TextField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanplate.imagej.parameters.EstimateChoice;
import org.cleanplate.imagej.parameters.ExclusionChoice;
import org.cleanplate.imagej.parameters.PlateRange;
import org.cleanplate.plate.estimate.PlateEstimator;

/** The fields that say how a background is estimated, the same in every dialog. */
final class EstimateFields {
  /** What a field shows that holds nothing narrower. */
  private static final String ALL = "all";

  private final GenericDialog dialog;
  private final List<TextField> texts;
  private final Checkbox blend;

  EstimateFields(GenericDialog dialog) {
    this.dialog = dialog;
    dialog.addNumericField("Frames to look at", PlateEstimator.DEFAULT_FRAMES, 0, 8, "");
    TextField frames = Fields.lastNumber(dialog);
    dialog.addStringField("Range of each", ALL, 8);
    TextField range = Fields.lastText(dialog);
    dialog.addCheckbox("Blend ranges", false);
    blend = Fields.lastCheckbox(dialog);
    dialog.addStringField("Exclude pixels of", "", 16);
    TextField region = Fields.lastText(dialog);
    dialog.addStringField("Exclude in frames", ALL, 8);
    texts = List.of(frames, range, region, Fields.lastText(dialog));
  }

  void setEnabled(boolean enabled) {
    Stream.concat(texts.stream(), Stream.of(blend)).forEach(part -> part.setEnabled(enabled));
  }

  /** Reads the fields, in the order in which they were added. */
  EstimateChoice read() {
    int frames =
        Fields.wholeNumber(
            "Frames to look at", dialog.getNextNumber(), EstimateChoice.FEWEST_FRAMES);
    Optional<PlateRange> range = unlessAll(dialog.getNextString()).map(PlateRange::parse);
    boolean blended = dialog.getNextBoolean() && range.isPresent();
    String region = Fields.path(dialog.getNextString());
    Optional<String> excludedFrames = unlessAll(dialog.getNextString());
    return new EstimateChoice(
        frames,
        range,
        blended,
        region.isEmpty()
            ? Optional.empty()
            : Optional.of(ExclusionChoice.parse(region, excludedFrames)));
  }

  private static Optional<String> unlessAll(String text) {
    return text.isBlank() || text.strip().equalsIgnoreCase(ALL)
        ? Optional.empty()
        : Optional.of(text.strip());
  }
}
