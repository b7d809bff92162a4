package org.cleanplate.imagej.command;

import ij.IJ;
import ij.plugin.PlugIn;
import org.cleanplate.imagej.dialog.EvaluateMattingDialog;
import org.cleanplate.imagej.parameters.EvaluateMattingParameters;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.EngineProvider;
import org.cleanplate.imagej.run.MattingEvaluation;

/** <em>Plugins&gt;Background Matting&gt;Evaluate Matting...</em> */
public final class EvaluateMattingCommand implements PlugIn {

  @Override
  public void run(String arg) {
    Launcher.launch(EvaluateMattingParameters.COMMAND, () -> command(EngineHolder::open));
  }

  static Command<EvaluateMattingParameters> command(EngineProvider engines) {
    return new Command<>(
        EvaluateMattingParameters.COMMAND,
        EvaluateMattingParameters::parse,
        EvaluateMattingDialog::ask,
        EvaluateMattingParameters::toMacro,
        Command.Work.silent(
            (parameters, monitor) ->
                new MattingEvaluation(engines, IJ::log).run(parameters, monitor)));
  }
}
