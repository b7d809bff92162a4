package org.cleanplate.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Mends a part of a background with the same part of another picture. */
@Plugin(
    type = Command.class,
    menuPath = MenuCommand.MENU + "Repair Background",
    headless = true,
    description = "Mends a ghost in a background")
public final class RepairBackground extends MenuCommand {
  @Parameter(
      label = "Background",
      description = Described.CURRENT,
      required = false,
      persist = false)
  private String background = "";

  @Parameter(
      label = "Take it from",
      description = "title, id or path of an image or a video",
      persist = false)
  private String from = "";

  @Parameter(
      label = "Frame",
      description = "which of its frames shows the place free",
      min = "1",
      persist = false)
  private int frame = 1;

  @Parameter(
      label = "Selections",
      description = "path of a file; empty: the selection of the image",
      required = false,
      persist = false)
  private String roi = "";

  @Parameter(
      label = "Further options",
      description = Described.OPTIONS,
      required = false,
      persist = false)
  private String options = "";

  /** Called by SciJava. */
  public RepairBackground() {
    super("Repair Background");
  }

  @Override
  void describe(Inputs inputs) {
    inputs.add("background", background);
    inputs.add("from", from);
    inputs.add("frame", Integer.toString(frame));
    inputs.add("roi", roi);
    inputs.text(options);
  }
}
