package org.cleanplate.fiji;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import org.cleanplate.imagej.parameters.EstimateBackgroundParameters;
import org.cleanplate.imagej.run.BackgroundEstimation;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.RunMonitor;
import org.cleanplate.plate.estimate.PlateEstimator;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Estimates the clean plate of an open stack or of a video and shows it. Errors reach the caller as
 * {@link org.cleanplate.MattingException}.
 */
@Plugin(type = Command.class, label = "Estimate Background", headless = true)
public final class EstimateBackground implements Command {
  @Parameter(label = "Stack (title; empty: the current image)", required = false, persist = false)
  private String source = "";

  @Parameter(label = "Or a video, or folder of pictures", required = false, persist = false)
  private String video = "";

  @Parameter(label = "Method (median, minimum, maximum, quantile Q)", persist = false)
  private String method = "median";

  @Parameter(label = "Frames to look at", min = "1")
  private int frames = PlateEstimator.DEFAULT_FRAMES;

  @Parameter(label = "Further options, as in a macro", required = false, persist = false)
  private String options = "";

  @Override
  public void run() {
    EstimateBackgroundParameters parameters =
        EstimateBackgroundParameters.parse(
            new MacroText()
                .add("source", source)
                .add("video", video)
                .add("method", method)
                .add("frames", Integer.toString(frames))
                .with(options));
    try (RunMonitor monitor = new RunMonitor()) {
      new BackgroundEstimation(new RunLog(IJ::log))
          .run(parameters, monitor)
          .forEach(ImagePlus::show);
    } catch (IOException e) {
      throw Failure.of(e);
    }
  }
}
