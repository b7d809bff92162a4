package org.cleanplate.fiji;

import java.util.Map;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Mattes many files, of a folder or of a CSV manifest. Fails at the end if a file failed, unless
 * the options say {@code tolerant}.
 */
@Plugin(
    type = Command.class,
    menuPath = MenuCommand.MENU + "Batch Matte",
    headless = true,
    description = "Mattes the files of a folder or a list")
public final class BatchMatte extends MenuCommand {
  @Parameter(
      label = "Input folder",
      description = "matte the files of this folder",
      required = false,
      persist = false)
  private String folder = "";

  @Parameter(
      label = "or manifest",
      description = "a CSV file that names them",
      required = false,
      persist = false)
  private String manifest = "";

  @Parameter(
      label = "Background",
      description = "{name}-plate.png, path or median",
      persist = false)
  private String background = "median";

  @Parameter(
      label = "Output folder",
      description = "where to write results and summary",
      required = false,
      persist = false)
  private String output = "";

  @Parameter(label = "Results", description = Described.RESULTS, persist = false)
  private String outputs = "alpha foreground";

  @Parameter(
      label = "Further options",
      description = Described.OPTIONS,
      required = false,
      persist = false)
  private String options = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Summary file")
  private String summary;

  /** Called by SciJava. */
  public BatchMatte() {
    super("Batch Matte");
  }

  @Override
  void describe(Inputs inputs) {
    inputs.add("folder", folder);
    inputs.add("manifest", manifest);
    inputs.add("background", background);
    inputs.add("output", output);
    inputs.text(outputs);
    inputs.text(options);
  }

  @Override
  void take(Map<String, Object> outputs) {
    summary = (String) outputs.get("summary");
  }
}
