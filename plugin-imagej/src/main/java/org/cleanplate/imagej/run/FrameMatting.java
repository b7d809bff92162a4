package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.imagej.image.StackFrameSource;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.job.FrameRange;
import org.cleanplate.job.MattingJob;
import org.cleanplate.job.SinkGroup;
import org.cleanplate.matte.FrameMeasurement;
import org.cleanplate.matte.MeasuringSink;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.estimate.PlateEstimate;

/**
 * Mattes single frames of an image as {@link StackMatting} would within a run; results are not
 * made. An estimated plate is kept for the next frame. Runs on the caller's thread, one at a time.
 */
public final class FrameMatting {
  private final EngineProvider engines;
  private final KeptPlate plates = new KeptPlate();

  public FrameMatting(EngineProvider engines) {
    this.engines = engines;
  }

  /** The number of the frame that an image shows, from 0, within its series. */
  public static long shownFrame(MatteStackParameters parameters, ImagePlus image) {
    return shownSeries(parameters, image).shownFrame();
  }

  private static SeriesInput shownSeries(MatteStackParameters parameters, ImagePlus image) {
    return SeriesInput.of(image, parameters.axes(), parameters.levels()).stream()
        .filter(SeriesInput::isShown)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Reads one frame of the series that an image shows.
   *
   * @param frame its number, from 0
   * @throws MattingException if there is no such frame, or the image is of a kind that cannot be
   *     matted
   */
  public static SourceFrame read(MatteStackParameters parameters, ImagePlus image, long frame)
      throws IOException {
    SeriesInput input = shownSeries(parameters, image);
    try (StackFrameSource source = input.open()) {
      Frame pixels = Frame.allocate(source.format());
      source.skip(frame);
      if (!source.read(pixels)) {
        throw new MattingException(
            "Frame " + (frame + 1) + " is behind the end of \"" + image.getTitle() + "\"");
      }
      return new SourceFrame(pixels, input.levels().forNetwork());
    }
  }

  /**
   * Mattes one frame of the series that an image shows.
   *
   * @param frame its number, from 0
   * @param wanted layers; those that the model does not offer are left out
   * @throws org.cleanplate.MattingException if the user has to mend something
   * @throws CancellationException if cancelled
   */
  public MattedFrame matte(
      MatteStackParameters parameters,
      ImagePlus image,
      long frame,
      Set<Layer> wanted,
      RunMonitor monitor)
      throws IOException {
    MattingParameters matting = parameters.matting();
    SeriesMatting series = new SeriesMatting(parameters, shownSeries(parameters, image));
    try (OpenedEngine opened = engines.open(matting.model(), matting.compute());
        PlateModel plate = plates.find(series, monitor)) {
      monitor.cancellation().check();
      MattingEngine network = opened.engine();
      return matte(series, frame, offered(wanted, network), network, plate, monitor);
    }
  }

  private static MattedFrame matte(
      SeriesMatting series,
      long frame,
      Set<Layer> layers,
      MattingEngine network,
      PlateModel found,
      RunMonitor monitor)
      throws IOException {
    MattingParameters matting = series.parameters().matting();
    Levels levels = series.input().levels().forNetwork();
    FrameCapture capture = new FrameCapture(frame, layers);
    List<FrameMeasurement> measured = new ArrayList<>();
    SinkGroup sinks = new SinkGroup(List.of(capture, measuring(series, layers, measured)));
    WitnessedPlate given = new WitnessedPlate(found, frame);
    PlateModel plate = series.fit(given);
    try (StackFrameSource source = series.input().open()) {
      MatteEdits edits = series.edits(source);
      MattingOptions options = matting.options(levels, edits.layers(sinks.layers()));
      FrameRange range = around(frame, edits.temporalFrames());
      MattingEngine engine = matting.engine(network, series.contrast(found, monitor));
      new MattingJob(source, plate, engine, options, edits.around(List.of(sinks)), range)
          .run(monitor, monitor.cancellation());
    }
    FrameCapture.Captured captured =
        capture.captured().orElseThrow(() -> new CancellationException("Cancelled"));
    return new MattedFrame(
        captured.source(),
        given.given().orElse(captured.plate()),
        captured.plate(),
        captured.layers(),
        levels,
        measured.stream().filter(row -> row.index() == frame).findFirst().orElseThrow(),
        network.device(),
        network.fallback(),
        found.description(),
        warning(found),
        plate.remarks());
  }

  private static Set<Layer> offered(Set<Layer> wanted, MattingEngine network) {
    Set<Layer> offered = EnumSet.copyOf(wanted);
    offered.removeIf(layer -> !network.offers(layer));
    return offered;
  }

  private static FrameRange around(long frame, int neighbours) {
    long first = Math.max(0, frame - neighbours);
    return new FrameRange(first, frame + neighbours + 1 - first);
  }

  private static FrameSink measuring(
      SeriesMatting series, Set<Layer> layers, List<FrameMeasurement> rows) {
    Set<Layer> read = EnumSet.of(Layer.ALPHA_FLOAT);
    layers.stream()
        .filter(layer -> layer == Layer.ERROR_MAP || layer == Layer.REFINED_REGIONS)
        .forEach(read::add);
    return new MeasuringSink(
        series.parameters().findings().mask(),
        series.input().levels().forNetwork(),
        read,
        rows::add);
  }

  private static Optional<String> warning(PlateModel found) {
    return found instanceof PlateEstimate estimate ? estimate.warning() : Optional.empty();
  }

  /** Forgets the estimate: the next one is made of the pixels as they are then. */
  public void forgetPlate() {
    plates.forget();
  }
}
