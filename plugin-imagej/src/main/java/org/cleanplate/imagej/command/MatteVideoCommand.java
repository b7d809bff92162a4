package org.cleanplate.imagej.command;

import ij.IJ;
import ij.plugin.PlugIn;
import org.cleanplate.imagej.dialog.MatteVideoDialog;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.EngineProvider;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.VideoMatting;

/** <em>Plugins&gt;Background Matting&gt;Matte Video...</em> */
public final class MatteVideoCommand implements PlugIn {
  @Override
  public void run(String arg) {
    Launcher.launch(MatteVideoParameters.COMMAND, () -> command(EngineHolder::open));
  }

  static Command<MatteVideoParameters> command(EngineProvider engines) {
    return new Command<>(
        MatteVideoParameters.COMMAND,
        MatteVideoParameters::parse,
        MatteVideoDialog::ask,
        MatteVideoParameters::toMacro,
        Command.Work.silent(
            (parameters, monitor) ->
                new VideoMatting(engines, new RunLog(IJ::log)).run(parameters, monitor)));
  }
}
