package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.util.List;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.image.StackFrameSource;
import org.cleanplate.imagej.parameters.FileExport;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.job.FrameRange;
import org.cleanplate.plate.PlateModel;

/** Mattes an open image stack. Needs no display; runs on the caller's thread. */
public final class StackMatting {
  private final EngineProvider engines;
  private final RunLog log;

  public StackMatting(EngineProvider engines, RunLog log) {
    this.engines = engines;
    this.log = log;
  }

  /**
   * The images asked for, not shown, alpha last; none if the results are written to files.
   *
   * @throws org.cleanplate.MattingException if the user has to mend something
   * @throws java.util.concurrent.CancellationException if cancelled; nothing is left behind
   */
  public List<ImagePlus> run(MatteStackParameters parameters, RunMonitor monitor)
      throws IOException {
    ImagePlus image = parameters.source().map(OpenImages::require).orElseGet(OpenImages::current);
    Levels levels = StackLevels.of(image, parameters.levels());
    MattingParameters matting = parameters.matting();
    OpenedEngine opened = engines.open(matting.model(), matting.device());
    PlateModel background =
        new StackBackground(image)
            .resolve(parameters.background(), parameters.plate().estimate(), monitor);
    log.warning(background);
    PlateModel aligned = parameters.align().applyTo(background, parameters.background());
    try (StackFrameSource source = new StackFrameSource(image);
        PlateModel plate = parameters.plate().match().applyTo(aligned, parameters.background());
        ResultTarget target = target(source, image, parameters)) {
      return new MattingRun(
              opened, source, plate, levels, matting, FrameRange.ALL, parameters.toMacro())
          .into(target, log, monitor);
    }
  }

  private static ResultTarget target(
      FrameSource source, ImagePlus image, MatteStackParameters parameters) {
    if (parameters.save().isPresent()) {
      FileExport export = parameters.save().get();
      return new FileTarget(ResultFiles.of(export, parameters.outputs(), source, VideoOrigin.NONE));
    }
    return new ImageTarget(image, parameters);
  }
}
