package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.image.StackFrameSource;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.imagej.parameters.EstimateChoice;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.estimate.Exclusion;
import org.cleanplate.plate.estimate.Quantile;

/** The clean plate of a series of an image. */
final class StackBackground {
  private final SeriesInput input;
  private final ImagePlus source;

  StackBackground(SeriesInput input) {
    this.input = input;
    this.source = input.image();
  }

  /**
   * The plate in the stack's own pixels; the caller closes it.
   *
   * @throws MattingException if there is none or it does not fit
   */
  PlateModel resolve(BackgroundChoice choice, EstimateChoice estimate, RunMonitor monitor)
      throws IOException {
    if (choice instanceof BackgroundChoice.Named named) {
      return named(named.name(), monitor);
    }
    if (choice instanceof BackgroundChoice.Numbered numbered) {
      return slice(numbered.number());
    }
    Quantile quantile = ((BackgroundChoice.Estimated) choice).quantile();
    return estimated(quantile, estimate).plate(monitor);
  }

  /** How to estimate it from the slices. */
  EstimatedBackground estimated(Quantile quantile, EstimateChoice choice) {
    if (input.series().frameCount() < EstimateChoice.FEWEST_FRAMES) {
      throw new MattingException(
          "\""
              + source.getTitle()
              + "\" has "
              + input.series().frameCount()
              + " slices, expected at least 3 for a "
              + quantile.key()
              + ": give a picture of the scene without its subject as background");
    }
    Exclusion exclusion = ExcludedPixels.of(choice.exclusion(), Optional.of(source), format());
    return new EstimatedBackground(input::open, quantile, choice, exclusion);
  }

  private FrameFormat format() {
    try (StackFrameSource slices = input.open()) {
      return slices.format();
    }
  }

  private PlateModel named(String name, RunMonitor monitor) throws IOException {
    if (OpenImages.find(name).filter(image -> image == source).isPresent()) {
      throw new MattingException(
          "Background \""
              + name
              + "\" is the source itself: choose another image, background=median, or"
              + " background=[slice N]");
    }
    try (StackFrameSource slices = input.open()) {
      return Backgrounds.named(name, slices, monitor.cancellation());
    }
  }

  private FixedPlate slice(int number) throws IOException {
    int count = input.series().frameCount();
    if (number > count || count == 1) {
      throw new MattingException(
          "Background is slice "
              + number
              + " but \""
              + source.getTitle()
              + "\" has "
              + count
              + (count == 1 ? " only, which is the source itself: give another image" : " slices"));
    }
    try (StackFrameSource slices = input.open()) {
      Frame plate = Frame.allocate(slices.format());
      slices.skip(number - 1L);
      slices.read(plate);
      return FixedPlate.fromSource(plate, "slice " + number);
    }
  }
}
