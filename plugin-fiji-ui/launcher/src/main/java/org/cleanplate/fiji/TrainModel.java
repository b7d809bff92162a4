package org.cleanplate.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a model with the training add-on; a run whose folder is there goes on. */
@Plugin(
    type = Command.class,
    menuPath = MenuCommand.MENU + "Train Model",
    headless = true,
    description = "Trains a model")
public final class TrainModel extends MenuCommand {
  @Parameter(
      label = "Stage",
      description = "base, refine or finetune",
      required = false,
      persist = false)
  private String stage = "";

  @Parameter(
      label = "Plan",
      description = "path of a file of key = value lines",
      required = false,
      persist = false)
  private String plan = "";

  @Parameter(
      label = "Run folder",
      description = "where all goes",
      required = false,
      persist = false)
  private String runFolder = "";

  @Parameter(
      label = "Start",
      description = "scratch, or name or path of a model",
      required = false,
      persist = false)
  private String start = "";

  @Parameter(
      label = "Take over as",
      description = "name of the trained model in Models...",
      required = false,
      persist = false)
  private String importAs = "";

  @Parameter(
      label = "Further options",
      description = Described.OPTIONS,
      required = false,
      persist = false)
  private String options = "";

  /** Called by SciJava. */
  public TrainModel() {
    super("Train Model");
  }

  @Override
  void describe(Inputs inputs) {
    inputs.add("stage", stage);
    inputs.add("plan", plan);
    inputs.add("run_folder", runFolder);
    inputs.add("start", start);
    inputs.add("import", importAs);
    inputs.text(options);
  }
}
