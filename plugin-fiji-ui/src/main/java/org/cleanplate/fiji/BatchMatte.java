package org.cleanplate.fiji;

import ij.IJ;
import java.io.IOException;
import org.cleanplate.imagej.batch.BatchMatting;
import org.cleanplate.imagej.parameters.BatchMatteParameters;
import org.cleanplate.imagej.run.EngineHolder;
import org.cleanplate.imagej.run.RunLog;
import org.cleanplate.imagej.run.RunMonitor;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Mattes many files, of a folder or of a CSV manifest. Errors reach the caller as {@link
 * org.cleanplate.MattingException}, also if a file failed, unless the options say {@code tolerant}.
 */
@Plugin(type = Command.class, label = "Batch Matte", headless = true)
public final class BatchMatte implements Command {
  @Parameter(label = "Input folder", required = false, persist = false)
  private String folder = "";

  @Parameter(label = "or manifest (CSV)", required = false, persist = false)
  private String manifest = "";

  @Parameter(label = "Background ({name}-plate.png, path, median)", persist = false)
  private String background = "median";

  @Parameter(label = "Output folder", required = false, persist = false)
  private String output = "";

  @Parameter(label = "Results (alpha foreground composite ...)", persist = false)
  private String outputs = "alpha foreground";

  @Parameter(label = "Further options, as in a macro", required = false, persist = false)
  private String options = "";

  @Parameter(type = ItemIO.OUTPUT)
  private String summary;

  @Override
  public void run() {
    BatchMatteParameters parameters =
        BatchMatteParameters.parse(
            new MacroText()
                .add("folder", folder)
                .add("manifest", manifest)
                .add("background", background)
                .add("output", output)
                .with(outputs, options));
    try (RunMonitor monitor = new RunMonitor()) {
      summary =
          new BatchMatting(EngineHolder::open, new RunLog(IJ::log))
              .run(parameters, monitor)
              .file()
              .toString();
    } catch (IOException e) {
      throw Failure.of(e);
    }
  }
}
