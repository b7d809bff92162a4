package org.cleanplate.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Mattes a camera until a limit, or until it is cancelled, which is no failure. */
@Plugin(
    type = Command.class,
    menuPath = MenuCommand.MENU + "Matte Live",
    headless = true,
    description = "Mattes a camera")
public final class MatteLive extends MenuCommand {
  @Parameter(
      label = "Camera",
      description = "its name; empty: the first",
      required = false,
      persist = false)
  private String input = "";

  @Parameter(
      label = "Background",
      description = "title or path; empty: grabbed from the first frames",
      required = false,
      persist = false)
  private String background = "";

  @Parameter(
      label = "Output folder",
      description = "where to record; empty: nowhere",
      required = false,
      persist = false)
  private String output = "";

  @Parameter(
      label = "Seconds",
      description = "ends after so long; empty: when it is cancelled",
      required = false,
      persist = false)
  private String seconds = "";

  @Parameter(label = "Model", description = Described.MODEL, required = false, persist = false)
  private String model = "";

  @Parameter(label = "Device", description = Described.DEVICE, persist = false)
  private String device = "auto";

  @Parameter(
      label = "Further options",
      description = Described.OPTIONS,
      required = false,
      persist = false)
  private String options = "";

  /** Called by SciJava. */
  public MatteLive() {
    super("Matte Live");
  }

  @Override
  void describe(Inputs inputs) {
    inputs.add("input", input);
    inputs.add("background", background);
    inputs.add("output", output);
    inputs.add("seconds", seconds);
    inputs.add("model", model);
    inputs.add("device", device);
    inputs.text(options);
  }
}
