package org.cleanplate.imagej.run;

import java.io.IOException;
import java.util.Map;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.HalfSizeSource;
import org.cleanplate.imagej.parameters.BackgroundChoice;
import org.cleanplate.imagej.parameters.MatteVideoParameters;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.job.FrameRange;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.resume.ContentDigest;
import org.cleanplate.resume.RunIdentity;
import org.cleanplate.video.DecodeOptions;

/** Mattes a video or a folder of pictures into files. Needs no display. */
public final class VideoMatting {
  private final EngineProvider engines;
  private final RunLog log;

  public VideoMatting(EngineProvider engines, RunLog log) {
    this.engines = engines;
    this.log = log;
  }

  /**
   * Writes the results and tells the Log their paths. A run that was killed goes on where it was.
   *
   * @throws org.cleanplate.MattingException if the user has to mend something
   * @throws java.util.concurrent.CancellationException if cancelled; what was written by then stays
   *     in a hidden folder, and the same run goes on from there
   */
  public void run(MatteVideoParameters parameters, RunMonitor monitor) throws IOException {
    VideoInput video =
        VideoInput.of(parameters.video(), new DecodeOptions(parameters.reading().deinterlace()));
    MattingParameters matting = parameters.matting();
    OpenedEngine opened = engines.open(matting.model(), matting.device());
    boolean proxy = parameters.stretch().isProxy();
    FrameRange range = VideoStretch.of(parameters.stretch(), video, monitor);
    try (FrameSource whole = video.open();
        FrameSource source = proxy ? new HalfSizeSource(whole) : whole) {
      FixedPlate background =
          background(video, parameters.background(), whole.format(), proxy, monitor);
      PlateModel plate = parameters.align().applyTo(background, parameters.background());
      ResultFiles files = files(parameters, source, VideoOrigin.of(whole, parameters));
      RunIdentity identity = identity(parameters, video, background, opened);
      try (ResumableTarget target =
          new ResumableTarget(files, identity, range.step(), parameters.chunkFrames(), log)) {
        new MattingRun(
                opened, source, plate, Levels.FULL_RANGE, matting, range, parameters.toMacro())
            .into(target, log, monitor);
      }
    }
  }

  private static FixedPlate background(
      VideoInput video,
      BackgroundChoice choice,
      FrameFormat format,
      boolean proxy,
      RunMonitor monitor)
      throws IOException {
    FixedPlate plate = new VideoBackground(video).resolve(choice, format, monitor);
    return proxy ? plate.halved() : plate;
  }

  private static ResultFiles files(
      MatteVideoParameters parameters, FrameSource source, VideoOrigin origin) {
    ResultFiles files = ResultFiles.of(parameters.export(), parameters.outputs(), source, origin);
    return parameters.stretch().isProxy() ? files.withStem(files.stem() + "-proxy") : files;
  }

  private static RunIdentity identity(
      MatteVideoParameters parameters, VideoInput video, FixedPlate background, OpenedEngine opened)
      throws IOException {
    return RunIdentity.of(
        Map.of(
            "source", ContentDigest.of(video.path()),
            "background", ContentDigest.of(background.picture()),
            "model", opened.modelSha256(),
            "device", opened.engine().device(),
            "version", Version.current(),
            "options", parameters.toMacro()));
  }
}
