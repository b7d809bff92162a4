package org.cleanplate.imagej.command;

import ij.IJ;
import ij.measure.ResultsTable;
import ij.plugin.PlugIn;
import java.util.Map;
import org.cleanplate.imagej.dialog.CheckBackgroundDialog;
import org.cleanplate.imagej.parameters.CheckBackgroundParameters;
import org.cleanplate.imagej.run.BackgroundCheck;
import org.cleanplate.plate.check.PlateCheck;

/** <em>Plugins&gt;Background Matting&gt;Check Background...</em>: a row of Results and a line. */
public final class CheckBackgroundCommand implements PlugIn {

  @Override
  public void run(String arg) {
    Launcher.launch(CheckBackgroundParameters.COMMAND, CheckBackgroundCommand::command);
  }

  static Command<CheckBackgroundParameters> command() {
    return new Command<>(
        CheckBackgroundParameters.COMMAND,
        CheckBackgroundParameters::parse,
        CheckBackgroundDialog::ask,
        CheckBackgroundParameters::toMacro,
        (parameters, monitor) -> report(new BackgroundCheck().run(parameters, monitor)));
  }

  /** Macros read the row with {@code getResult}, without a display as well. */
  private static Map<String, Object> report(PlateCheck check) {
    IJ.log(check.describe());
    ResultsTable results = ResultsTable.getResultsTable();
    results.incrementCounter();
    check.columns().forEach(results::addValue);
    results.addValue("Verdict", check.verdict());
    results.show("Results");
    return Map.of("verdict", check.verdict());
  }
}
