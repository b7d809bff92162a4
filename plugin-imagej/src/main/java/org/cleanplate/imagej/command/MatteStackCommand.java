package org.cleanplate.imagej.command;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.PlugIn;
import org.cleanplate.imagej.dialog.MatteStackDialog;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.EngineProvider;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.StackMatting;

/** <em>Plugins&gt;Background Matting&gt;Matte Stack...</em> */
public final class MatteStackCommand implements PlugIn {
  private final EngineProvider engines;

  /** As ImageJ makes it. */
  public MatteStackCommand() {
    this(EngineHolder::open);
  }

  MatteStackCommand(EngineProvider engines) {
    this.engines = engines;
  }

  @Override
  public void run(String arg) {
    new Command<>(
            MatteStackParameters.SYNTAX.command(),
            MatteStackParameters::parse,
            MatteStackDialog::ask,
            MatteStackParameters::toMacro,
            (parameters, monitor) ->
                new StackMatting(engines, new RunLog(IJ::log))
                    .run(parameters, monitor)
                    .forEach(ImagePlus::show))
        .run();
  }
}
