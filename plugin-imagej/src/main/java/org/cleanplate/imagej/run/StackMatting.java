package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.cleanplate.contrast.Stretch;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.imagej.image.ChannelLevels;
import org.cleanplate.imagej.image.ImageFiles;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.image.StackFrameSource;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.provenance.RunRequest;
import org.cleanplate.job.FrameRange;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.check.CheckedPlate;

/** Mattes an open image stack. Needs no display; runs on the caller's thread. */
public final class StackMatting {
  private final EngineProvider engines;
  private final RunLog log;
  private final Watching watching;

  /** Puts those who watch the run beside its target. */
  private interface Watching {
    ResultTarget beside(ResultTarget target, MattingEngine engine);
  }

  public StackMatting(EngineProvider engines, RunLog log) {
    this(engines, log, (target, engine) -> target);
  }

  /**
   * @param coverage hears the mean alpha of each frame, in order
   */
  public StackMatting(EngineProvider engines, RunLog log, DoubleConsumer coverage) {
    this(engines, log, (target, engine) -> WatchTarget.beside(target, coverage));
  }

  /** A run whose frames are watched; that changes nothing in its results. */
  public static StackMatting watched(EngineProvider engines, RunLog log, FrameWatch watch) {
    return new StackMatting(
        engines, log, (target, engine) -> WatchTarget.beside(target, watch, engine));
  }

  private StackMatting(EngineProvider engines, RunLog log, Watching watching) {
    this.engines = engines;
    this.log = log;
    this.watching = watching;
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
    List<SeriesInput> inputs = SeriesInput.of(image, parameters.axes(), parameters.levels());
    MattingParameters matting = parameters.matting();
    List<ImagePlus> images = List.of();
    PlateFigures figures = PlateFigures.of(parameters.findings().table());
    StackTargets targets = new StackTargets(image, inputs, parameters);
    try (OpenedEngine opened = engines.open(matting.model(), matting.compute());
        ResultTarget target =
            watching.beside(targets.open(opened, figures, log), opened.engine())) {
      for (SeriesInput input : inputs) {
        SeriesMatting series = new SeriesMatting(parameters, input);
        PlateModel found = series.findPlate(monitor);
        log.warning(found);
        try (StackFrameSource source = input.open();
            PlateModel plate = figures.keptOf(series.fit(new CheckedPlate(found, log::check)))) {
          Optional<Stretch> stretch = series.contrast(found, monitor);
          MattingRun run = run(series, opened, source, plate, stretch);
          if (input == inputs.get(0)) {
            run.announce(target, log);
          }
          images = run.into(target, log, monitor);
        }
      }
    }
    return images;
  }

  private static MattingRun run(
      SeriesMatting series,
      OpenedEngine opened,
      StackFrameSource source,
      PlateModel plate,
      Optional<Stretch> stretch)
      throws IOException {
    ChannelLevels levels = series.input().levels();
    return new MattingRun(
        opened,
        source,
        plate,
        levels.forNetwork(),
        levels.describe(),
        stretch,
        series.parameters().matting(),
        FrameRange.ALL,
        series.edits(source),
        request(series.parameters(), series.input().image()));
  }

  /** The image's own file counts, whether it is named by its path or open already. */
  private static RunRequest request(MatteStackParameters parameters, ImagePlus image)
      throws IOException {
    return RunRequest.of(
        MatteStackParameters.SYNTAX, parameters.toMacro(), ImageFiles.originalOf(image));
  }
}
