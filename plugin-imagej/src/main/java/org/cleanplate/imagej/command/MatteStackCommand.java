package org.cleanplate.imagej.command;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.PlugIn;
import org.cleanplate.imagej.dialog.MatteStackDialog;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.EngineProvider;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.StackMatting;

/** <em>Plugins&gt;Background Matting&gt;Matte Stack...</em> */
public final class MatteStackCommand implements PlugIn {
  @Override
  public void run(String arg) {
    Launcher.launch(MatteStackParameters.COMMAND, () -> command(EngineHolder::open));
  }

  static Command<MatteStackParameters> command(EngineProvider engines) {
    return new Command<>(
        MatteStackParameters.COMMAND,
        MatteStackParameters::parse,
        MatteStackDialog::ask,
        MatteStackParameters::toMacro,
        Command.Work.silent(
            (parameters, monitor) ->
                new StackMatting(engines, new RunLog(IJ::log))
                    .run(parameters, monitor)
                    .forEach(ImagePlus::show)));
  }
}
