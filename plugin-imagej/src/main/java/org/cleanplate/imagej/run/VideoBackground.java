package org.cleanplate.imagej.run;

import java.io.IOException;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.imagej.parameters.EstimateChoice;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.estimate.Exclusion;
import org.cleanplate.plate.estimate.Quantile;

/** The clean plate of a video or a folder of pictures. */
record VideoBackground(VideoInput video) {

  /**
   * Finds the plate; the caller closes it.
   *
   * @param format of the video's frames
   * @throws MattingException if there is none or it does not fit
   */
  PlateModel resolve(
      BackgroundChoice choice, EstimateChoice estimate, FrameFormat format, RunMonitor monitor)
      throws IOException {
    if (choice instanceof BackgroundChoice.Named named) {
      if (Backgrounds.sameFile(named.name(), video.path())) {
        throw new MattingException(
            "Background is the video itself: choose a picture, background=median, or"
                + " background=[frame N]");
      }
      String name = video.path().getFileName().toString();
      return Backgrounds.named(named.name(), format, name, monitor.cancellation());
    }
    if (choice instanceof BackgroundChoice.Numbered numbered) {
      return frame(numbered.number());
    }
    Quantile quantile = ((BackgroundChoice.Estimated) choice).quantile();
    return estimated(quantile, estimate, format).plate(monitor);
  }

  /** How to estimate it from the frames. */
  EstimatedBackground estimated(Quantile quantile, EstimateChoice choice, FrameFormat format) {
    Exclusion exclusion = ExcludedPixels.of(choice.exclusion(), Optional.empty(), format);
    return new EstimatedBackground(video::open, quantile, choice, exclusion);
  }

  private FixedPlate frame(int number) throws IOException {
    try (FrameSource source = video.open()) {
      Frame plate = Frame.allocate(source.format());
      source.skip(number - 1L);
      if (!source.read(plate)) {
        throw new MattingException(
            "Background is frame " + number + " but " + source.name() + " ends before it");
      }
      return FixedPlate.fromSource(plate, "frame " + number);
    }
  }
}
