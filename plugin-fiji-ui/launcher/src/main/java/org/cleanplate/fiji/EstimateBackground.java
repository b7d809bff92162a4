package org.cleanplate.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Estimates the clean plate of an open stack or of a video and shows it. */
@Plugin(
    type = Command.class,
    menuPath = MenuCommand.MENU + "Estimate Background",
    headless = true,
    description = "The scene without its subject, from the frames")
public final class EstimateBackground extends MenuCommand {
  @Parameter(label = "Stack", description = Described.STACK, required = false, persist = false)
  private String source = "";

  @Parameter(label = "or video", description = Described.VIDEO, required = false, persist = false)
  private String video = "";

  @Parameter(
      label = "Method",
      description = "median, minimum, maximum or quantile Q",
      persist = false)
  private String method = "median";

  @Parameter(
      label = "Frames to look at",
      description = "spread over the stack",
      min = "1",
      persist = false)
  private int frames = 50;

  @Parameter(
      label = "Further options",
      description = Described.OPTIONS,
      required = false,
      persist = false)
  private String options = "";

  /** Called by SciJava. */
  public EstimateBackground() {
    super("Estimate Background");
  }

  @Override
  void describe(Inputs inputs) {
    inputs.add("source", source);
    inputs.add("video", video);
    inputs.add("method", method);
    inputs.add("frames", Integer.toString(frames));
    inputs.text(options);
  }
}
