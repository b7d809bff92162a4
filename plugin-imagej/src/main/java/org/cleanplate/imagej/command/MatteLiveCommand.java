package org.cleanplate.imagej.command;

import ij.IJ;
import ij.plugin.PlugIn;
import org.cleanplate.imagej.dialog.MatteLiveDialog;
import org.cleanplate.imagej.parameters.MatteLiveParameters;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.EngineProvider;
import org.cleanplate.imagej.run.LiveRun;
import org.cleanplate.imagej.run.RunLog;

/** <em>Plugins&gt;Background Matting&gt;Matte Live...</em> */
public final class MatteLiveCommand implements PlugIn {
  @Override
  public void run(String arg) {
    Launcher.launch(MatteLiveParameters.COMMAND, () -> command(EngineHolder::open));
  }

  static Command<MatteLiveParameters> command(EngineProvider engines) {
    return new Command<>(
        MatteLiveParameters.COMMAND,
        MatteLiveParameters::parse,
        MatteLiveDialog::ask,
        MatteLiveParameters::toMacro,
        Command.Work.silent(
            (parameters, monitor) ->
                new LiveRun(engines, new RunLog(IJ::log)).run(parameters, monitor)));
  }
}
