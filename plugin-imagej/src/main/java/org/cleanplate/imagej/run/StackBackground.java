package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.image.StackFrameSource;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.TemporalMedian;

/** The clean plate of a series of an image. */
final class StackBackground {
  private final SeriesInput input;
  private final ImagePlus source;

  StackBackground(SeriesInput input) {
    this.input = input;
    this.source = input.image();
  }

  /**
   * The plate in the stack's own pixels.
   *
   * @throws MattingException if there is none or it does not fit
   */
  FixedPlate resolve(BackgroundChoice choice, RunMonitor monitor) throws IOException {
    if (choice instanceof BackgroundChoice.Named named) {
      return named(named.name());
    }
    if (choice instanceof BackgroundChoice.Numbered numbered) {
      return slice(numbered.number());
    }
    return median(TemporalMedian.DEFAULT_FRAMES, monitor);
  }

  /** The median over at most that many slices. */
  FixedPlate median(int frames, RunMonitor monitor) throws IOException {
    if (input.series().frameCount() < 3) {
      throw new MattingException(
          "\""
              + source.getTitle()
              + "\" has "
              + input.series().frameCount()
              + " slices, expected at least 3 for a median: give a picture of the scene without its"
              + " subject as background");
    }
    try (StackFrameSource slices = input.open()) {
      return new TemporalMedian(frames, TemporalMedian.DEFAULT_BUDGET_BYTES)
          .estimate(slices, monitor, monitor.cancellation());
    }
  }

  private FixedPlate named(String name) {
    if (OpenImages.find(name).filter(image -> image == source).isPresent()) {
      throw new MattingException(
          "Background \""
              + name
              + "\" is the source itself: choose another image, background=median, or"
              + " background=[slice N]");
    }
    try (StackFrameSource slices = input.open()) {
      return Backgrounds.named(name, slices);
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
