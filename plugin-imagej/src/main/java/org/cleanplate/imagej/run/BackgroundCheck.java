package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.parameters.CheckBackgroundParameters;
import org.cleanplate.imagej.parameters.EstimateChoice;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.check.PlateCheck;
import org.cleanplate.plate.check.PlateInspector;

/** Compares a background with one frame of an open image or of a video. */
public final class BackgroundCheck {

  /**
   * What came of it.
   *
   * @throws MattingException if the user has to mend something
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public PlateCheck run(CheckBackgroundParameters parameters, RunMonitor monitor)
      throws IOException {
    if (parameters.video().isPresent()) {
      VideoInput video = VideoInput.of(parameters.video().get());
      try (FrameSource source = video.open();
          PlateModel plate =
              new VideoBackground(video)
                  .resolve(
                      parameters.background(), EstimateChoice.DEFAULT, source.format(), monitor)) {
        return check(source, plate, parameters.frame());
      }
    }
    ImagePlus image = parameters.source().map(OpenImages::require).orElseGet(OpenImages::current);
    SeriesInput input = SeriesInput.whole(image);
    try (FrameSource source = input.open();
        PlateModel plate =
            new StackBackground(input)
                .resolve(parameters.background(), EstimateChoice.DEFAULT, monitor)) {
      return check(source, plate, parameters.frame());
    }
  }

  private static PlateCheck check(FrameSource source, PlateModel plate, int number)
      throws IOException {
    Frame frame = Frame.allocate(source.format());
    source.skip(number - 1L);
    if (!source.read(frame)) {
      throw new MattingException(
          "Frame to check is " + number + " but " + source.name() + " ends before it");
    }
    return PlateInspector.inspect(frame, plate.plateFor(frame));
  }
}
