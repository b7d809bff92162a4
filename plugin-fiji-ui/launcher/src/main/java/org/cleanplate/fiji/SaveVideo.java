package org.cleanplate.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes an open stack as a video. */
@Plugin(
    type = Command.class,
    menuPath = MenuCommand.MENU + "Save Stack as Video",
    headless = true,
    description = "Writes a stack as a video")
public final class SaveVideo extends MenuCommand {
  @Parameter(label = "Stack", description = Described.CURRENT, required = false, persist = false)
  private String source = "";

  @Parameter(
      label = "Video",
      description = "path ending in .mp4, .mov, .mkv or .webm",
      persist = false)
  private String output = "";

  @Parameter(
      label = "Further options",
      description = Described.OPTIONS,
      required = false,
      persist = false)
  private String options = "";

  /** Called by SciJava. */
  public SaveVideo() {
    super("Save Stack as Video");
  }

  @Override
  void describe(Inputs inputs) {
    inputs.add("source", source);
    inputs.add("output", output);
    inputs.text(options);
  }
}
