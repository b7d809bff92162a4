package org.cleanplate.imagej.command;

import ij.plugin.PlugIn;
import org.cleanplate.imagej.dialog.RepairBackgroundDialog;
import org.cleanplate.imagej.parameters.RepairBackgroundParameters;
import org.cleanplate.imagej.run.BackgroundRepair;

/** <em>Plugins&gt;Background Matting&gt;Repair Background...</em> */
public final class RepairBackgroundCommand implements PlugIn {

  @Override
  public void run(String arg) {
    Launcher.launch(RepairBackgroundParameters.COMMAND, RepairBackgroundCommand::command);
  }

  static Command<RepairBackgroundParameters> command() {
    return new Command<>(
        RepairBackgroundParameters.COMMAND,
        RepairBackgroundParameters::parse,
        RepairBackgroundDialog::ask,
        RepairBackgroundParameters::toMacro,
        Command.Work.silent((parameters, monitor) -> new BackgroundRepair().run(parameters)));
  }
}
