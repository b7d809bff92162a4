package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.imagej.image.ImageFiles;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.image.StackFrameSource;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.provenance.RunRequest;
import org.cleanplate.job.FrameRange;
import org.cleanplate.job.MattingJob;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.check.CheckedPlate;

/** Mattes an open image stack. Needs no display; runs on the caller's thread. */
public final class StackMatting {
  private final EngineProvider engines;
  private final RunLog log;
  private final Optional<DoubleConsumer> coverage;

  public StackMatting(EngineProvider engines, RunLog log) {
    this(engines, log, Optional.empty());
  }

  /**
   * @param coverage hears the mean alpha of each frame, in order
   */
  public StackMatting(EngineProvider engines, RunLog log, DoubleConsumer coverage) {
    this(engines, log, Optional.of(coverage));
  }

  private StackMatting(EngineProvider engines, RunLog log, Optional<DoubleConsumer> coverage) {
    this.engines = engines;
    this.log = log;
    this.coverage = coverage;
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
    try (OpenedEngine opened = engines.open(matting.model(), matting.device());
        ResultTarget target = CoverageTarget.beside(targets.open(opened, figures, log), coverage)) {
      for (SeriesInput input : inputs) {
        try (StackFrameSource source = input.open();
            PlateModel plate = figures.keptOf(plate(parameters, input, monitor))) {
          MattingRun run = run(parameters, opened, input, source, plate);
          if (input == inputs.get(0)) {
            run.announce(target, log);
          }
          images = run.into(target, log, monitor);
        }
      }
    }
    return images;
  }

  /**
   * The alpha of the slice that an image shows, as a run would compute it; results are not made.
   *
   * @throws org.cleanplate.MattingException if the user has to mend something
   * @throws CancellationException if cancelled
   */
  Frame alphaOfShownSlice(MatteStackParameters parameters, ImagePlus image, RunMonitor monitor)
      throws IOException {
    MattingParameters matting = parameters.matting();
    SeriesInput input =
        SeriesInput.of(image, parameters.axes(), parameters.levels()).stream()
            .filter(SeriesInput::isShown)
            .findFirst()
            .orElseThrow();
    AlphaCapture capture = new AlphaCapture(input.shownFrame());
    int neighbours = parameters.edits().temporalFrames();
    FrameRange range =
        new FrameRange(Math.max(0, input.shownFrame() - neighbours), 2L * neighbours + 1);
    try (OpenedEngine opened = engines.open(matting.model(), matting.device());
        StackFrameSource source = input.open();
        PlateModel plate = plate(parameters, input, monitor)) {
      MatteEdits edits = edits(parameters, input, source);
      MattingOptions options =
          matting.options(input.levels().forNetwork(), edits.layers(capture.layers()));
      List<FrameSink> sinks = edits.around(List.of(capture));
      new MattingJob(source, plate, matting.detail().over(opened.engine()), options, sinks, range)
          .run(monitor, monitor.cancellation());
    }
    return capture.alpha().orElseThrow(() -> new CancellationException("Cancelled"));
  }

  private PlateModel plate(MatteStackParameters parameters, SeriesInput input, RunMonitor monitor)
      throws IOException {
    PlateModel resolved =
        new StackBackground(input)
            .resolve(parameters.background(), parameters.plate().estimate(), monitor);
    log.warning(resolved);
    PlateModel background = new CheckedPlate(resolved, log::check);
    PlateModel aligned = parameters.align().applyTo(background, parameters.background());
    return parameters.plate().match().applyTo(aligned, parameters.background());
  }

  private static MattingRun run(
      MatteStackParameters parameters,
      OpenedEngine opened,
      SeriesInput input,
      StackFrameSource source,
      PlateModel plate)
      throws IOException {
    return new MattingRun(
        opened,
        source,
        plate,
        input.levels().forNetwork(),
        input.levels().describe(),
        parameters.matting(),
        FrameRange.ALL,
        edits(parameters, input, source),
        request(parameters, input.image()));
  }

  private static MatteEdits edits(
      MatteStackParameters parameters, SeriesInput input, StackFrameSource source)
      throws IOException {
    ManualMasks masks = new ManualMasks(source.format(), Optional.of(input.series()));
    Levels levels = input.levels().forNetwork();
    return new MatteEdits(
        parameters.edits().temporalFrames(),
        masks.edits(parameters.edits()),
        Backdrops.of(parameters.matting().backdrop(), source.format()),
        levels);
  }

  /** The image's own file counts, whether it is named by its path or open already. */
  private static RunRequest request(MatteStackParameters parameters, ImagePlus image)
      throws IOException {
    return RunRequest.of(
        MatteStackParameters.SYNTAX, parameters.toMacro(), ImageFiles.originalOf(image));
  }
}
