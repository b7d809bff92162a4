package org.cleanplate.imagej.command;

import ij.plugin.PlugIn;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.run.DifferenceEngine;

/** Runs <em>Matte Video...</em> in batch mode as macros do, with an engine of differences. */
final class MatteVideoRunner implements AutoCloseable {
  private final DifferenceEngine engine = new DifferenceEngine();
  private final PlugIn command =
      arg ->
          Launcher.launch(
              MatteVideoParameters.COMMAND,
              () -> MatteVideoCommand.command((model, device) -> engine.opened()));
  private final MacroRunner macro = new MacroRunner();

  /** The engine of all runs. */
  DifferenceEngine engine() {
    return engine;
  }

  MacroRunner macro() {
    return macro;
  }

  /** Runs the command; true if the macro would go on with its next line. */
  boolean run(String options) {
    return macro.run(command, options);
  }

  /** What was written to the Log so far. */
  String log() {
    return macro.log();
  }

  @Override
  public void close() {
    macro.close();
  }
}
