package org.cleanplate.imagej.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.cleanplate.contrast.Stretch;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.HalfSizeSource;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.parameters.StretchChoice;
import org.cleanplate.imagej.provenance.RunRequest;
import org.cleanplate.job.FrameRange;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.HalfSizePlate;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.check.CheckedPlate;
import org.cleanplate.resume.ContentDigest;
import org.cleanplate.resume.RunIdentity;
import org.cleanplate.video.DecodeOptions;

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
   * Writes the results and tells the Log their paths. A run that was killed goes on where it was.
   *
   * @throws org.cleanplate.MattingException if the user has to mend something
   * @throws java.util.concurrent.CancellationException if cancelled; what was written by then stays
   *     in a hidden folder, and the same run goes on from there
   */
  public void run(MatteVideoParameters parameters, RunMonitor monitor) throws IOException {
    StretchChoice stretch = parameters.stretch();
    VideoInput named =
        VideoInput.of(parameters.video(), new DecodeOptions(parameters.reading().deinterlace()));
    VideoInput video = stretch.isTimed() ? named.indexed(monitor) : named;
    MattingParameters matting = parameters.matting();
    boolean proxy = stretch.isProxy();
    FrameRange range = VideoStretch.of(stretch, video);
    try (OpenedEngine opened = engines.open(matting.model(), matting.compute());
        FrameSource whole = video.open();
        FrameSource source = proxy ? new HalfSizeSource(whole) : whole) {
      PlateModel found = background(video, parameters, whole.format(), monitor);
      log.warning(found);
      Optional<Stretch> contrast =
          matting.contrast().find(video::open, found, monitor.cancellation());
      PlateModel background = proxy ? halved(found, whole.format()) : found;
      RunIdentity identity = identity(parameters, video, background, opened);
      PlateModel aligned =
          parameters
              .align()
              .applyTo(new CheckedPlate(background, log::check), parameters.background());
      ResultFiles files =
          files(parameters, source, VideoOrigin.of(whole, parameters))
              .describedAs(Provenance.summary(opened, parameters.toMacro()));
      VideoTargets targets = new VideoTargets(source, files, parameters, range.step());
      PlateFigures figures = PlateFigures.of(parameters.findings().table());
      try (PlateModel plate =
              figures.keptOf(parameters.plate().match().applyTo(aligned, parameters.background()));
          ResultTarget target =
              watched(
                  targets.open(opened.engine(), identity, coverage.isPresent(), figures, log))) {
        MattingRun run =
            new MattingRun(
                opened,
                source,
                plate,
                Levels.FULL_RANGE,
                "",
                contrast,
                matting,
                range,
                edits(parameters, source),
                request(parameters, video));
        run.announce(target, log);
        run.into(target, log, monitor);
      }
    }
  }

  private ResultTarget watched(ResultTarget target) {
    return coverage.isPresent() ? WatchTarget.beside(target, coverage.get()) : target;
  }

  private static PlateModel background(
      VideoInput video, MatteVideoParameters parameters, FrameFormat format, RunMonitor monitor)
      throws IOException {
    return new VideoBackground(video)
        .resolve(parameters.background(), parameters.plate().estimate(), format, monitor);
  }

  private static PlateModel halved(PlateModel plate, FrameFormat format) {
    return plate instanceof FixedPlate fixed ? fixed.halved() : new HalfSizePlate(plate, format);
  }

  private static ResultFiles files(
      MatteVideoParameters parameters, FrameSource source, VideoOrigin origin) {
    boolean deep = source.format().layout().bytesPerSample() > 1;
    ResultFiles files =
        ResultFiles.of(parameters.export(), parameters.outputs(), source.name(), deep, origin);
    return parameters.stretch().isProxy() ? files.withStem(files.stem() + "-proxy") : files;
  }

  private static RunIdentity identity(
      MatteVideoParameters parameters, VideoInput video, PlateModel background, OpenedEngine opened)
      throws IOException {
    return RunIdentity.of(
        Map.of(
            "source", ContentDigest.of(video.path()),
            "background", contents(background, parameters.background()),
            "model", opened.modelSha256(),
            "device", opened.engine().device(),
            "version", Version.current(),
            "options", parameters.toMacro()));
  }

  /** A plate made of the source follows from it and the options. */
  private static String contents(PlateModel background, BackgroundChoice choice)
      throws IOException {
    if (background instanceof FixedPlate fixed) {
      return ContentDigest.of(fixed.picture());
    }
    return choice instanceof BackgroundChoice.Named recording
        ? ContentDigest.of(Path.of(recording.name()))
        : background.description();
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
}
