package org.cleanplate.fiji;

import java.io.IOException;
import org.cleanplate.imagej.parameters.EstimateBackgroundParameters;
import org.cleanplate.imagej.run.BackgroundEstimation;
import org.cleanplate.imagej.run.RunMonitor;
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

  @Parameter(label = "Frames to look at", min = "1")
  private int frames = EstimateBackgroundParameters.DEFAULT_FRAMES;

  @Override
  public void run() {
    EstimateBackgroundParameters parameters =
        EstimateBackgroundParameters.parse(
            new MacroText()
                .add("source", source)
                .add("video", video)
                .add("frames", Integer.toString(frames))
                .with());
    try (RunMonitor monitor = new RunMonitor()) {
      new BackgroundEstimation().run(parameters, monitor).show();
    } catch (IOException e) {
      throw Failure.of(e);
    }
  }
}
