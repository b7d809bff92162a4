package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import org.cleanplate.imagej.image.FrameImages;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.image.ResultTitle;
import org.cleanplate.imagej.parameters.EstimateBackgroundParameters;
import org.cleanplate.plate.FixedPlate;

/** Estimates the clean plate of an open stack or of a video as an image. */
public final class BackgroundEstimation {
  private static final String SUFFIX = "background";

  /**
   * The estimated picture, not shown, in the depth of the source.
   *
   * @throws org.cleanplate.MattingException if the user has to mend something
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public ImagePlus run(EstimateBackgroundParameters parameters, RunMonitor monitor)
      throws IOException {
    return parameters.video().isPresent()
        ? fromVideo(VideoInput.of(parameters.video().get()), parameters.frames(), monitor)
        : fromStack(parameters, monitor);
  }

  private static ImagePlus fromVideo(VideoInput video, int frames, RunMonitor monitor)
      throws IOException {
    FixedPlate plate = new VideoBackground(video).median(frames, monitor);
    return image(ResultTitle.of(video.path().getFileName().toString(), SUFFIX), plate);
  }

  private static ImagePlus fromStack(EstimateBackgroundParameters parameters, RunMonitor monitor)
      throws IOException {
    ImagePlus source = parameters.source().map(OpenImages::require).orElseGet(OpenImages::current);
    FixedPlate plate =
        new StackBackground(SeriesInput.whole(source)).median(parameters.frames(), monitor);
    ImagePlus image = image(ResultTitle.of(source, SUFFIX), plate);
    image.setCalibration(source.getCalibration().copy());
    image.setDisplayRange(source.getDisplayRangeMin(), source.getDisplayRangeMax());
    return image;
  }

  private static ImagePlus image(String title, FixedPlate plate) {
    ImagePlus image = FrameImages.toImage(title, plate.picture());
    image.setProp("cleanplate.version", Version.current());
    image.setProp("cleanplate.plate", plate.description());
    return image;
  }
}
