package org.cleanplate.imagej.command;

import ij.IJ;
import ij.plugin.PlugIn;
import java.util.function.Supplier;
import org.cleanplate.imagej.dialog.TrainModelDialog;
import org.cleanplate.imagej.parameters.TrainModelParameters;
import org.cleanplate.imagej.run.ModelTraining;
import org.cleanplate.training.ModelTrainer;

/** <em>Plugins&gt;Background Matting&gt;Train Model...</em>; works with the training add-on. */
public final class TrainModelCommand implements PlugIn {

  @Override
  public void run(String arg) {
    Launcher.launch(TrainModelParameters.COMMAND, () -> command(ModelTrainer::find));
  }

  static Command<TrainModelParameters> command(Supplier<ModelTrainer> trainers) {
    return new Command<>(
        TrainModelParameters.COMMAND,
        TrainModelParameters::parse,
        TrainModelDialog::ask,
        TrainModelParameters::toMacro,
        Command.Work.silent(
            (parameters, monitor) ->
                new ModelTraining(trainers, IJ::log).run(parameters, monitor)));
  }
}
