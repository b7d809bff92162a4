package org.cleanplate.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Mattes an open image stack and shows the results. */
@Plugin(
    type = Command.class,
    menuPath = MenuCommand.MENU + "Matte Stack",
    headless = true,
    description = "Alpha and foreground of a stack")
public final class MatteStack extends MenuCommand {
  @Parameter(label = "Stack", description = Described.STACK, required = false, persist = false)
  private String source = "";

  @Parameter(label = "Background", description = Described.BACKGROUND, persist = false)
  private String background = "median";

  @Parameter(
      label = "Align background",
      description = Described.ALIGN,
      choices = {"auto", "off", "translation", "affine", "homography"},
      persist = false)
  private String align = "auto";

  @Parameter(label = "Results", description = Described.RESULTS, persist = false)
  private String outputs = "alpha foreground";

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
  public MatteStack() {
    super("Matte Stack");
  }

  @Override
  void describe(Inputs inputs) {
    inputs.add("source", source);
    inputs.add("background", background);
    inputs.add("align", align);
    inputs.text(outputs);
    inputs.add("model", model);
    inputs.add("device", device);
    inputs.text(options);
  }
}
