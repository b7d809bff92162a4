package org.cleanplate.imagej.command;

import ij.IJ;
import ij.plugin.PlugIn;
import org.cleanplate.imagej.dialog.SaveVideoDialog;
import org.cleanplate.imagej.parameters.SaveVideoParameters;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.VideoSaving;

/** <em>Plugins&gt;Background Matting&gt;Save Stack as Video...</em> */
public final class SaveVideoCommand implements PlugIn {

  @Override
  public void run(String arg) {
    Launcher.launch(SaveVideoParameters.COMMAND, SaveVideoCommand::command);
  }

  static Command<SaveVideoParameters> command() {
    return new Command<>(
        SaveVideoParameters.COMMAND,
        SaveVideoParameters::parse,
        SaveVideoDialog::ask,
        SaveVideoParameters::toMacro,
        Command.Work.silent(
            (parameters, monitor) ->
                new VideoSaving(new RunLog(IJ::log)).run(parameters, monitor)));
  }
}
