package org.cleanplate.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Lists models in the Log, or imports, downloads or exports one. */
@Plugin(
    type = Command.class,
    menuPath = MenuCommand.MENU + "Models",
    headless = true,
    description = "Lists, imports, downloads or exports models")
public final class Models extends MenuCommand {
  @Parameter(
      label = "Import",
      description = "path of a weights file",
      required = false,
      persist = false)
  private String importFile = "";

  @Parameter(
      label = "Name",
      description = "what to call the imported model",
      required = false,
      persist = false)
  private String name = "";

  @Parameter(
      label = "Download",
      description = "name of a published model",
      required = false,
      persist = false)
  private String download = "";

  @Parameter(
      label = "Export",
      description = "path of a .safetensors, .pth or .onnx file",
      required = false,
      persist = false)
  private String exportFile = "";

  @Parameter(
      label = "Model to export",
      description = "empty: the bundled one",
      required = false,
      persist = false)
  private String model = "";

  @Parameter(
      label = "Further options",
      description = Described.OPTIONS,
      required = false,
      persist = false)
  private String options = "";

  /** Called by SciJava. */
  public Models() {
    super("Models");
  }

  @Override
  void describe(Inputs inputs) {
    inputs.add("import", importFile);
    inputs.add("name", name);
    inputs.add("download", download);
    inputs.add("export", exportFile);
    inputs.add("model", model);
    inputs.text(options);
  }
}
