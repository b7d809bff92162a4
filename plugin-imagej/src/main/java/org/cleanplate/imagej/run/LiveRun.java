package org.cleanplate.imagej.run;

import ij.IJ;
import ij.macro.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.image.LiveWindow;
import org.cleanplate.imagej.parameters.FileExport;
import org.cleanplate.imagej.parameters.MatteLiveParameters;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.live.BackgroundGrab;
import org.cleanplate.live.LiveMatting;
import org.cleanplate.live.LiveStatus;
import org.cleanplate.live.LiveView;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.video.LiveSource;

/** Mattes a camera: into a window if there is a display, and into files if that is asked for. */
public final class LiveRun {
  private static final String STEM = "live";

  private final EngineProvider engines;
  private final RunLog log;

  public LiveRun(EngineProvider engines, RunLog log) {
    this.engines = engines;
    this.log = log;
  }

  /**
   * Runs until the limit, or until the user ends it, which is no failure: recordings are whole.
   *
   * @throws org.cleanplate.MattingException if the user has to mend something
   */
  public void run(MatteLiveParameters parameters, RunMonitor monitor) throws IOException {
    // The run closes its source; if it does not come to that, it is closed here.
    try (OpenedEngine opened =
            engines.open(parameters.matting().model(), parameters.matting().compute());
        FrameSource source = LiveSource.open(parameters.input())) {
      BackgroundGrab grab = new BackgroundGrab(parameters.grabFrames());
      Optional<FixedPlate> plate =
          parameters
              .background()
              .map(name -> Backgrounds.picture(name, source.format(), source.name()));
      log.start(
          opened.engine(), plate.map(FixedPlate::description).orElse("grabbed from the camera"));
      if (parameters.export().isEmpty()) {
        matte(parameters, opened, source, plate, grab, List.of(), monitor);
        return;
      }
      try (OutputFolder folder = new OutputFolder(parameters.export().get().folder())) {
        ResultFiles names =
            names(parameters, source).describedAs(Provenance.summary(opened, parameters.toMacro()));
        FileTarget target = new FileTarget(names, List.of(""), 1, folder);
        List<FrameSink> sinks = edits(parameters, source).around(target.openSinks(source));
        matte(parameters, opened, source, plate, grab, sinks, monitor);
        log.files(target.files());
      }
    }
  }

  private void matte(
      MatteLiveParameters parameters,
      OpenedEngine opened,
      FrameSource source,
      Optional<FixedPlate> plate,
      BackgroundGrab grab,
      List<FrameSink> sinks,
      RunMonitor monitor)
      throws IOException {
    Set<Layer> layers = EnumSet.noneOf(Layer.class);
    sinks.forEach(sink -> layers.addAll(sink.layers()));
    boolean hidden = IJ.getInstance() == null || Interpreter.isBatchMode();
    LiveView view =
        hidden
            ? new StatusView(monitor)
            : new LiveWindow(parameters.shown(), grab, monitor.cancellation());
    layers.addAll(hidden ? Set.of(parameters.shown().layer()) : LiveWindow.LAYERS);
    LiveStatus status =
        new LiveMatting(
                source,
                plate,
                grab,
                parameters.matting().engine(opened.engine(), Optional.empty()),
                parameters.matting().options(Levels.FULL_RANGE, layers),
                sinks,
                view,
                parameters.limit())
            .run(monitor.cancellation());
    log.note("Matted " + status.frames() + " frames live: " + status.describe());
  }

  /** A backdrop that is a picture is put behind the recordings; the window shows its colour. */
  private static MatteEdits edits(MatteLiveParameters parameters, FrameSource source)
      throws IOException {
    return new MatteEdits(
        0,
        List.of(),
        Backdrops.of(parameters.matting().backdrop(), source.format()),
        Levels.FULL_RANGE);
  }

  /** What was recorded once cannot be recorded again, so no recording is ever replaced. */
  private static ResultFiles names(MatteLiveParameters parameters, FrameSource source) {
    FileExport export = parameters.export().orElseThrow();
    boolean deep = source.format().layout().bytesPerSample() > 1;
    ResultFiles names = ResultFiles.of(export, parameters.outputs(), STEM, deep, VideoOrigin.NONE);
    for (int number = 2; isTaken(names, Path.of(export.folder())); number++) {
      names = names.withStem(STEM + "-" + number);
    }
    return names;
  }

  private static boolean isTaken(ResultFiles names, Path folder) {
    return names.ordered().stream().anyMatch(output -> Files.exists(file(names, output, folder)));
  }

  private static Path file(ResultFiles names, Output output, Path folder) {
    return names.export().format().isPictures()
        ? folder.resolve(names.name(output))
        : names.video(output, folder);
  }
}
