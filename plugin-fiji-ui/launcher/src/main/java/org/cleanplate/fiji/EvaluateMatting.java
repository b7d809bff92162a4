package org.cleanplate.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures a model on a data set, into tables and a contact sheet. */
@Plugin(
    type = Command.class,
    menuPath = MenuCommand.MENU + "Evaluate Matting",
    headless = true,
    description = "Measures a model on a data set")
public final class EvaluateMatting extends MenuCommand {
  @Parameter(label = "Data set", description = "folder of the data set", persist = false)
  private String data = "";

  @Parameter(label = "Output folder", description = "where tables and sheet go", persist = false)
  private String output = "";

  @Parameter(label = "Without the refiner, too", required = false, persist = false)
  private boolean coarse;

  @Parameter(label = "Cleaned difference key, too", required = false, persist = false)
  private boolean baseline;

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
  public EvaluateMatting() {
    super("Evaluate Matting");
  }

  @Override
  void describe(Inputs inputs) {
    inputs.add("data", data);
    inputs.add("output", output);
    inputs.flag("coarse", coarse);
    inputs.flag("baseline", baseline);
    inputs.add("model", model);
    inputs.add("device", device);
    inputs.text(options);
  }
}
