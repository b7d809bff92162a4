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
  @Parameter(
      label = "Stack",
      description = "title or id of an open image, or path; empty: the current image",
      required = false,
      persist = false)
  private String source = "";

  @Parameter(
      label = "Background",
      description = "title, path, median, slice N or frame N",
      persist = false)
  private String background = "median";

  @Parameter(
      label = "Align background",
      description = "how the background is moved under each frame",
      choices = {"auto", "off", "translation", "affine", "homography"},
      persist = false)
  private String align = "auto";

  @Parameter(
      label = "Results",
      description = "alpha, foreground, composite, cutout, ... as in a macro",
      persist = false)
  private String outputs = "alpha foreground";

  @Parameter(
      label = "Model",
      description = "empty: the bundled one; else a name of Models..., or a path",
      required = false,
      persist = false)
  private String model = "";

  @Parameter(label = "Device", description = "auto, cpu, cuda:N or tensorrt:N", persist = false)
  private String device = "auto";

  @Parameter(
      label = "Further options",
      description = "as in a macro: key=value flag",
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
