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
  private final EngineProvider engines;

  /** As ImageJ makes it. */
  public MatteVideoCommand() {
    this(EngineHolder::open);
  }

  MatteVideoCommand(EngineProvider engines) {
    this.engines = engines;
  }

  @Override
  public void run(String arg) {
    new Command<>(
            MatteVideoParameters.SYNTAX.command(),
            MatteVideoParameters::parse,
            MatteVideoDialog::ask,
            MatteVideoParameters::toMacro,
            (parameters, monitor) ->
                new VideoMatting(engines, new RunLog(IJ::log)).run(parameters, monitor))
        .run();
  }
}
