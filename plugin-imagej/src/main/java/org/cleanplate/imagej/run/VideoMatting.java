package org.cleanplate.imagej.run;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.provenance.RunRequest;
import org.cleanplate.job.FrameRange;
import org.cleanplate.plate.PlateModel;

/** Mattes a video or a folder of pictures into files. Needs no display. */
public final class VideoMatting {
  private final EngineProvider engines;
  private final RunLog log;
  private final Optional<DoubleConsumer> coverage;

  public VideoMatting(EngineProvider engines, RunLog log) {
    this(engines, log, Optional.empty());
  }

  /**
   * @param coverage hears the mean alpha of each frame, in order
   */
  public VideoMatting(EngineProvider engines, RunLog log, DoubleConsumer coverage) {
    this(engines, log, Optional.of(coverage));
  }

  private VideoMatting(EngineProvider engines, RunLog log, Optional<DoubleConsumer> coverage) {
    this.engines = engines;
    this.log = log;
    this.coverage = coverage;
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
      VideoTargets targets = new VideoTargets(source, parameters);
      try (PlateModel plate = plate(parameters, video, source, monitor);
          ResultTarget target =
              CoverageTarget.beside(targets.open(opened.engine(), log), coverage)) {
        MattingRun run =
            new MattingRun(
                opened,
                source,
                plate,
                Levels.FULL_RANGE,
                "",
                matting,
                range(parameters),
                edits(parameters, source),
                request(parameters, video));
        run.announce(target, log);
        run.into(target, log, monitor);
      }
    }
  }

  private PlateModel plate(
      MatteVideoParameters parameters, VideoInput video, FrameSource source, RunMonitor monitor)
      throws IOException {
    PlateModel background =
        new VideoBackground(video)
            .resolve(
                parameters.background(), parameters.plate().estimate(), source.format(), monitor);
    log.warning(background);
    PlateModel aligned = parameters.align().applyTo(background, parameters.background());
    return parameters.plate().match().applyTo(aligned, parameters.background());
  }

  private static MatteEdits edits(MatteVideoParameters parameters, FrameSource source)
      throws IOException {
    ManualMasks masks = new ManualMasks(source.format(), Optional.empty());
    return new MatteEdits(
        parameters.edits().temporalFrames(),
        masks.edits(parameters.edits()),
        Backdrops.of(parameters.matting().backdrop(), source.format()),
        Levels.FULL_RANGE);
  }

  private static RunRequest request(MatteVideoParameters parameters, VideoInput video)
      throws IOException {
    return RunRequest.of(
        MatteVideoParameters.SYNTAX, parameters.toMacro(), Optional.of(video.path()));
  }

  private static FrameRange range(MatteVideoParameters parameters) {
    OptionalInt frames = parameters.frames();
    return new FrameRange(
        parameters.first() - 1L, frames.isPresent() ? frames.getAsInt() : FrameRange.ALL.count());
  }
}
