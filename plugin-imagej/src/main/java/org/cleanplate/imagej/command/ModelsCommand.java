package org.cleanplate.imagej.command;

import ij.IJ;
import ij.plugin.PlugIn;
import org.cleanplate.imagej.dialog.ModelsDialog;
import org.cleanplate.imagej.parameters.ModelsParameters;
import org.cleanplate.imagej.run.ModelLibrary;
import org.cleanplate.network.catalog.ModelCatalog;

/** <em>Plugins&gt;Background Matting&gt;Models...</em> */
public final class ModelsCommand implements PlugIn {

  @Override
  public void run(String arg) {
    Launcher.launch(ModelsParameters.COMMAND, ModelsCommand::command);
  }

  static Command<ModelsParameters> command() {
    return new Command<>(
        ModelsParameters.COMMAND,
        ModelsParameters::parse,
        () -> ModelsDialog.ask(ModelCatalog.standard()),
        ModelsParameters::toMacro,
        Command.Work.silent(
            (parameters, monitor) ->
                new ModelLibrary(ModelCatalog.standard(), IJ::log).run(parameters, monitor)));
  }
}
