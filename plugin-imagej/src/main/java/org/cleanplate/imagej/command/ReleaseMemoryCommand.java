package org.cleanplate.imagej.command;

import ij.IJ;
import ij.plugin.PlugIn;
import org.cleanplate.imagej.dialog.ReleaseMemoryDialog;
import org.cleanplate.imagej.parameters.ReleaseMemoryParameters;
import org.cleanplate.imagej.run.MemoryRelease;

/**
 * <em>Plugins&gt;Background Matting&gt;Release Memory...</em>: frees the models that nobody uses,
 * on the GPU and on the CPU.
 */
public final class ReleaseMemoryCommand implements PlugIn {

  @Override
  public void run(String arg) {
    Launcher.launch(ReleaseMemoryParameters.COMMAND, ReleaseMemoryCommand::command);
  }

  static Command<ReleaseMemoryParameters> command() {
    return new Command<>(
        ReleaseMemoryParameters.COMMAND,
        ReleaseMemoryParameters::parse,
        ReleaseMemoryDialog::ask,
        ReleaseMemoryParameters::toMacro,
        Command.Work.silent((parameters, monitor) -> new MemoryRelease(IJ::log).run(parameters)));
  }
}
