package org.cleanplate.imagej.command;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.PlugIn;
import org.cleanplate.imagej.dialog.EstimateBackgroundDialog;
import org.cleanplate.imagej.parameters.EstimateBackgroundParameters;
import org.cleanplate.imagej.run.BackgroundEstimation;
import org.cleanplate.imagej.run.RunLog;

/** <em>Plugins&gt;Background Matting&gt;Estimate Background...</em> */
public final class EstimateBackgroundCommand implements PlugIn {

  @Override
  public void run(String arg) {
    Launcher.launch(EstimateBackgroundParameters.COMMAND, EstimateBackgroundCommand::command);
  }

  static Command<EstimateBackgroundParameters> command() {
    return new Command<>(
        EstimateBackgroundParameters.COMMAND,
        EstimateBackgroundParameters::parse,
        EstimateBackgroundDialog::ask,
        EstimateBackgroundParameters::toMacro,
        Command.Work.silent(
            (parameters, monitor) ->
                new BackgroundEstimation(new RunLog(IJ::log))
                    .run(parameters, monitor)
                    .forEach(ImagePlus::show)));
  }
}
