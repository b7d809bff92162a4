package org.cleanplate.imagej.run;

import ij.ImagePlus;
import ij.process.Blitter;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.image.FrameImages;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.parameters.ExclusionChoice;
import org.cleanplate.imagej.parameters.RepairBackgroundParameters;
import org.cleanplate.plate.estimate.PlateRepair;

/** Fills a selection of a background from a frame in which that place is free. */
public final class BackgroundRepair {

  /**
   * Changes the image, which can be undone.
   *
   * @return the image
   * @throws MattingException if the user has to mend something
   */
  public ImagePlus run(RepairBackgroundParameters parameters) throws IOException {
    ImagePlus image =
        parameters.background().map(OpenImages::require).orElseGet(OpenImages::current);
    try (FrameSource frames = open(parameters.from())) {
      Frame plate = FrameImages.toPlate(image, frames.format(), frames.name());
      Frame donor = read(frames, parameters.frame());
      ExclusionChoice region =
          new ExclusionChoice(
              parameters.roi().orElse(ExclusionChoice.SELECTION), 1, Integer.MAX_VALUE);
      new PlateRepair(
              ExcludedPixels.of(Optional.of(region), Optional.of(image), plate.format()).pixels(),
              parameters.feather())
          .fill(plate, donor);
      write(FrameImages.toImage("", plate).getProcessor(), image, frames.name());
    }
    return image;
  }

  private static FrameSource open(String from) throws IOException {
    Optional<ImagePlus> open = OpenImages.find(from);
    return open.isPresent() ? SeriesInput.whole(open.get()).open() : VideoInput.of(from).open();
  }

  private static Frame read(FrameSource frames, int number) throws IOException {
    Frame donor = Frame.allocate(frames.format());
    frames.skip(number - 1L);
    if (!frames.read(donor)) {
      throw new MattingException(
          "Frame to repair from is " + number + " but " + frames.name() + " ends before it");
    }
    return donor;
  }

  private static void write(ImageProcessor repaired, ImagePlus image, String sourceName) {
    ImageProcessor pixels = image.getProcessor();
    if (pixels.getBitDepth() != repaired.getBitDepth()) {
      throw new MattingException(
          "Background \""
              + image.getTitle()
              + "\" has "
              + pixels.getBitDepth()
              + " bits but "
              + sourceName
              + " has "
              + repaired.getBitDepth()
              + ": convert one of them with Image>Type");
    }
    pixels.snapshot();
    pixels.copyBits(repaired, 0, 0, Blitter.COPY);
    image.updateAndDraw();
  }
}
