package org.cleanplate.imagej.command;

import ij.IJ;
import ij.plugin.PlugIn;
import org.cleanplate.imagej.dialog.OpenVideoDialog;
import org.cleanplate.imagej.parameters.OpenVideoParameters;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.VideoOpening;

/** <em>Plugins&gt;Background Matting&gt;Open Video as Virtual Stack...</em> */
public final class OpenVideoCommand implements PlugIn {

  @Override
  public void run(String arg) {
    Launcher.launch(OpenVideoParameters.COMMAND, OpenVideoCommand::command);
  }

  static Command<OpenVideoParameters> command() {
    return new Command<>(
        OpenVideoParameters.COMMAND,
        OpenVideoParameters::parse,
        OpenVideoDialog::ask,
        OpenVideoParameters::toMacro,
        Command.Work.silent(
            (parameters, monitor) ->
                VideoOpening.open(parameters, new RunLog(IJ::log), monitor).show()));
  }
}
