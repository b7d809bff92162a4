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
import org.cleanplate.imagej.parameters.VideoChoice;
import org.cleanplate.imagej.provenance.RunRequest;
import org.cleanplate.job.FrameRange;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.HalfSizePlate;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.check.CheckedPlate;
import org.cleanplate.resume.ContentDigest;
import org.cleanplate.resume.RunIdentity;
import org.cleanplate.video.DecodeOptions;
import org.cleanplate.video.EncoderChoice;
import org.cleanplate.video.RunEncoder;

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
    VideoInput named = VideoInput.of(parameters.video());
    VideoInput video = stretch.isTimed() ? named.indexed(monitor) : named;
    FrameRange range = VideoStretch.of(stretch, video);
    MattingParameters matting = parameters.matting();
    try (OpenedEngine opened = engines.open(matting.model(), matting.compute())) {
      run(parameters, video.readWith(decoding(parameters, opened)), range, opened, monitor);
    }
  }

  private static DecodeOptions decoding(MatteVideoParameters parameters, OpenedEngine opened) {
    VideoChoice reading = parameters.reading();
    return new DecodeOptions(
        reading.deinterlace(), reading.decoder().decoding(opened.engine().gpu()));
  }

  private void run(
      MatteVideoParameters parameters,
      VideoInput video,
      FrameRange range,
      OpenedEngine opened,
      RunMonitor monitor)
      throws IOException {
    MattingParameters matting = parameters.matting();
    boolean proxy = parameters.stretch().isProxy();
    try (FrameSource whole = video.open();
        FrameSource source = proxy ? new HalfSizeSource(whole) : whole) {
      PlateModel found = background(video, parameters, whole.format(), monitor);
      log.warning(found);
      Optional<Stretch> contrast =
          matting.contrast().find(video::open, found, monitor.cancellation());
      PlateModel background = proxy ? halved(found, whole.format()) : found;
      ResultFiles files = files(parameters, source, VideoOrigin.of(whole, parameters), opened);
      RunIdentity identity = identity(parameters, video, background, opened, files.encoder());
      PlateModel aligned =
          parameters
              .align()
              .applyTo(new CheckedPlate(background, log::check), parameters.background());
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

  private ResultFiles files(
      MatteVideoParameters parameters,
      FrameSource source,
      VideoOrigin origin,
      OpenedEngine opened) {
    boolean deep = source.format().layout().bytesPerSample() > 1;
    ResultFiles files =
        ResultFiles.of(parameters.export(), parameters.outputs(), source.name(), deep, origin)
            .describedAs(Provenance.summary(opened, parameters.toMacro()));
    ResultFiles named =
        parameters.stretch().isProxy() ? files.withStem(files.stem() + "-proxy") : files;
    EncoderChoice encoder = parameters.reading().encoder().encoding(opened.engine().gpu());
    RunEncoder chosen = named.encoder(encoder, source);
    chosen.note().ifPresent(log::note);
    return named.encodedBy(chosen.name());
  }

  private static RunIdentity identity(
      MatteVideoParameters parameters,
      VideoInput video,
      PlateModel background,
      OpenedEngine opened,
      Optional<String> encoder)
      throws IOException {
    return RunIdentity.of(
        Map.of(
            "source", ContentDigest.of(video.path()),
            "background", contents(background, parameters.background()),
            "model", opened.modelSha256(),
            "device", opened.engine().device(),
            "encoder", encoder.orElse("best"),
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
