package org.cleanplate.fiji;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.RunMonitor;
import org.cleanplate.imagej.run.StackMatting;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Mattes an open image stack and shows the results. Errors reach the caller as {@link
 * org.cleanplate.MattingException}.
 */
@Plugin(type = Command.class, label = "Matte Stack", headless = true)
public final class MatteStack implements Command {
  @Parameter(label = "Stack (title; empty: the current image)", required = false, persist = false)
  private String source = "";

  @Parameter(label = "Background (title, path, median, slice N)", persist = false)
  private String background = "median";

  @Parameter(
      label = "Align background",
      choices = {"auto", "off", "translation", "affine", "homography"},
      persist = false)
  private String align = "auto";

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
    MatteStackParameters parameters =
        MatteStackParameters.parse(
            new MacroText()
                .add("source", source)
                .add("background", background)
                .add("align", align)
                .add("model", model)
                .add("device", device)
                .with(outputs, options));
    try (RunMonitor monitor = new RunMonitor()) {
      new StackMatting(EngineHolder::open, new RunLog(IJ::log))
          .run(parameters, monitor)
          .forEach(ImagePlus::show);
    } catch (IOException e) {
      throw Failure.of(e);
    }
  }
}
