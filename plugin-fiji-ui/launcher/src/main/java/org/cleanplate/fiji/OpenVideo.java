package org.cleanplate.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens a video whose frames are decoded when they are looked at. */
@Plugin(
    type = Command.class,
    menuPath = MenuCommand.MENU + "Open Video as Virtual Stack",
    headless = true,
    description = "Opens a video as a virtual stack")
public final class OpenVideo extends MenuCommand {
  @Parameter(label = "Video", description = "path of a video that FFmpeg can read", persist = false)
  private String video = "";

  @Parameter(
      label = "Deinterlace",
      description = "make whole pictures of woven fields",
      required = false,
      persist = false)
  private boolean deinterlace;

  @Parameter(
      label = "Further options",
      description = Described.OPTIONS,
      required = false,
      persist = false)
  private String options = "";

  /** Called by SciJava. */
  public OpenVideo() {
    super("Open Video as Virtual Stack");
  }

  @Override
  void describe(Inputs inputs) {
    inputs.add("video", video);
    inputs.flag("deinterlace", deinterlace);
    inputs.text(options);
  }
}
