package org.cleanplate.imagej.run;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.image.FrameImages;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.image.ResultTitle;
import org.cleanplate.imagej.parameters.EstimateBackgroundParameters;
import org.cleanplate.plate.estimate.PlateEstimate;

/** Estimates the clean plate of an open stack or of a video as an image. */
public final class BackgroundEstimation {
  private static final String SUFFIX = "background";
  private static final String GHOSTS = "ghosts";

  private final RunLog log;

  public BackgroundEstimation(RunLog log) {
    this.log = log;
  }

  /**
   * The pictures, not shown, the background last: it has the depth of the source and a slice for
   * each range. Before it comes the map of its doubts, if that is asked for.
   *
   * @throws org.cleanplate.MattingException if the user has to mend something
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public List<ImagePlus> run(EstimateBackgroundParameters parameters, RunMonitor monitor)
      throws IOException {
    return parameters.video().isPresent()
        ? fromVideo(VideoInput.of(parameters.video().get()), parameters, monitor)
        : fromStack(parameters, monitor);
  }

  private List<ImagePlus> fromVideo(
      VideoInput video, EstimateBackgroundParameters parameters, RunMonitor monitor)
      throws IOException {
    EstimatedBackground background =
        new VideoBackground(video)
            .estimated(parameters.method(), parameters.choice(), format(video));
    Path name = video.path().getFileName();
    return images(name.toString(), background, parameters.ghosts(), monitor);
  }

  private static FrameFormat format(VideoInput video) throws IOException {
    try (FrameSource frames = video.open()) {
      return frames.format();
    }
  }

  private List<ImagePlus> fromStack(EstimateBackgroundParameters parameters, RunMonitor monitor)
      throws IOException {
    ImagePlus source = parameters.source().map(OpenImages::require).orElseGet(OpenImages::current);
    EstimatedBackground background =
        new StackBackground(SeriesInput.whole(source))
            .estimated(parameters.method(), parameters.choice());
    List<ImagePlus> images = images(source.getTitle(), background, parameters.ghosts(), monitor);
    images.forEach(image -> image.setCalibration(source.getCalibration().copy()));
    images
        .get(images.size() - 1)
        .setDisplayRange(source.getDisplayRangeMin(), source.getDisplayRangeMax());
    return images;
  }

  private List<ImagePlus> images(
      String title, EstimatedBackground background, boolean ghosts, RunMonitor monitor)
      throws IOException {
    List<PlateEstimate> estimates = background.each(monitor);
    estimates.forEach(log::warning);
    List<ImagePlus> images = new ArrayList<>();
    if (ghosts) {
      ImagePlus map =
          image(
              ResultTitle.of(title, GHOSTS),
              estimates,
              estimate -> FrameImages.toProcessor(estimate.ghosts()));
      map.setDisplayRange(0, 1);
      images.add(map);
    }
    images.add(
        image(
            ResultTitle.of(title, SUFFIX),
            estimates,
            estimate -> FrameImages.toImage("", estimate.picture()).getProcessor()));
    return images;
  }

  /** One slice for each estimate. */
  private static ImagePlus image(
      String title, List<PlateEstimate> estimates, Function<PlateEstimate, ImageProcessor> slice) {
    FrameFormat format = estimates.get(0).picture().format();
    ImageStack stack = new ImageStack(format.width(), format.height());
    estimates.forEach(estimate -> stack.addSlice(estimate.description(), slice.apply(estimate)));
    ImagePlus image = new ImagePlus(title, stack);
    PlateEstimate first = estimates.get(0);
    image.setProp("cleanplate.version", Version.current());
    image.setProp("cleanplate.plate", first.description());
    first.properties().forEach((key, value) -> image.setProp("cleanplate." + key, value));
    return image;
  }
}
