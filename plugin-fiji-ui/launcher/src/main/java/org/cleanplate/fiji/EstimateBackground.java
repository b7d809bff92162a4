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
  @Parameter(
      label = "Stack",
      description = "title or id of an open image, or path; empty: the current image",
      required = false,
      persist = false)
  private String source = "";

  @Parameter(
      label = "or video",
      description = "path of a video, or of a folder of pictures",
      required = false,
      persist = false)
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
      description = "as in a macro: key=value flag",
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
