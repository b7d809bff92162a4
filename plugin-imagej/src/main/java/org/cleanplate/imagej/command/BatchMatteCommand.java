package org.cleanplate.imagej.command;

import ij.IJ;
import ij.plugin.PlugIn;
import java.util.Map;
import org.cleanplate.imagej.batch.BatchMatting;
import org.cleanplate.imagej.dialog.BatchMatteDialog;
import org.cleanplate.imagej.parameters.BatchMatteParameters;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.EngineProvider;
import org.cleanplate.imagej.run.RunLog;

/** <em>Plugins&gt;Background Matting&gt;Batch Matte...</em> */
public final class BatchMatteCommand implements PlugIn {
  @Override
  public void run(String arg) {
    Launcher.launch(BatchMatteParameters.COMMAND, () -> command(EngineHolder::open));
  }

  static Command<BatchMatteParameters> command(EngineProvider engines) {
    return new Command<>(
        BatchMatteParameters.COMMAND,
        BatchMatteParameters::parse,
        BatchMatteDialog::ask,
        BatchMatteParameters::toMacro,
        (parameters, monitor) ->
            Map.of(
                "summary",
                new BatchMatting(engines, new RunLog(IJ::log))
                    .run(parameters, monitor)
                    .file()
                    .toString()));
  }
}
