package org.cleanplate.fiji;

import ij.IJ;
import java.io.IOException;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.RunMonitor;
import org.cleanplate.imagej.run.VideoMatting;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Mattes a video from file to files. Errors reach the caller as {@link
 * org.cleanplate.MattingException}.
 */
@Plugin(type = Command.class, label = "Matte Video", headless = true)
public final class MatteVideo implements Command {
  @Parameter(label = "Video, or folder of pictures", persist = false)
  private String video = "";

  @Parameter(label = "Background (title, path, median, frame N)", persist = false)
  private String background = "median";

  @Parameter(
      label = "Align background",
      choices = {"auto", "off", "translation", "affine", "homography"},
      persist = false)
  private String align = "auto";

  @Parameter(label = "Output folder", persist = false)
  private String output = "";

  @Parameter(label = "Kind (h264, h265, prores, ffv1, vp9, png, tiff)")
  private String preset = "h264";

  @Parameter(label = "Results (alpha foreground composite ...)", persist = false)
  private String outputs = "alpha foreground";

  @Parameter(label = "Model (empty: the bundled one)", required = false, persist = false)
  private String model = "";

  @Parameter(label = "Device (auto, cpu, cuda:N)", persist = false)
  private String device = "auto";

  @Parameter(label = "Further options, as in a macro", required = false, persist = false)
  private String options = "";

  @Override
  public void run() {
    MatteVideoParameters parameters =
        MatteVideoParameters.parse(
            new MacroText()
                .add("video", video)
                .add("background", background)
                .add("align", align)
                .add("output", output)
                .add("preset", preset)
                .add("model", model)
                .add("device", device)
                .with(outputs, options));
    try (RunMonitor monitor = new RunMonitor()) {
      new VideoMatting(EngineHolder::open, new RunLog(IJ::log)).run(parameters, monitor);
    } catch (IOException e) {
      throw Failure.of(e);
    }
  }
}
