package org.cleanplate.imagej.run;

import java.io.IOException;
import java.util.OptionalInt;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.job.FrameRange;
import org.cleanplate.plate.PlateModel;

/** Mattes a video or a folder of pictures into files. Needs no display. */
public final class VideoMatting {
  private final EngineProvider engines;
  private final RunLog log;

  public VideoMatting(EngineProvider engines, RunLog log) {
    this.engines = engines;
    this.log = log;
  }

  /**
   * Writes the results and tells the Log their paths.
   *
   * @throws org.cleanplate.MattingException if the user has to mend something
   * @throws java.util.concurrent.CancellationException if cancelled; nothing is left behind
   */
  public void run(MatteVideoParameters parameters, RunMonitor monitor) throws IOException {
    VideoInput video = VideoInput.of(parameters.video());
    MattingParameters matting = parameters.matting();
    OpenedEngine opened = engines.open(matting.model(), matting.device());
    try (FrameSource source = video.open()) {
      PlateModel background =
          new VideoBackground(video)
              .resolve(
                  parameters.background(), parameters.plate().estimate(), source.format(), monitor);
      log.warning(background);
      PlateModel aligned = parameters.align().applyTo(background, parameters.background());
      try (PlateModel plate = parameters.plate().match().applyTo(aligned, parameters.background());
          FileTarget target =
              new FileTarget(parameters.export(), parameters.outputs(), source.name())) {
        new MattingRun(
                opened,
                source,
                plate,
                Levels.FULL_RANGE,
                matting,
                range(parameters),
                parameters.toMacro())
            .into(target, log, monitor);
      }
    }
  }

  private static FrameRange range(MatteVideoParameters parameters) {
    OptionalInt frames = parameters.frames();
    return new FrameRange(
        parameters.first() - 1L, frames.isPresent() ? frames.getAsInt() : FrameRange.ALL.count());
  }
}
