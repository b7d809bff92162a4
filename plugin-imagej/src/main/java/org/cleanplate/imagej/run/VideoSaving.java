package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.image.ShownStackSource;
import org.cleanplate.imagej.parameters.SaveVideoParameters;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.progress.Progress;
import org.cleanplate.video.EncodeOptions;
import org.cleanplate.video.VideoContent;
import org.cleanplate.video.VideoFrameSink;
import org.cleanplate.video.VideoPreset;

/** Saves an open stack as a video, as it is shown. Needs no display. */
public final class VideoSaving {
  private final RunLog log;

  public VideoSaving(RunLog log) {
    this.log = log;
  }

  /**
   * Writes the video and tells the Log its path.
   *
   * @throws MattingException if the user has to mend something
   * @throws java.util.concurrent.CancellationException if cancelled; nothing is left behind
   */
  public void run(SaveVideoParameters parameters, RunMonitor monitor) throws IOException {
    ImagePlus image = parameters.source().map(OpenImages::require).orElseGet(OpenImages::current);
    Path target = target(parameters.output());
    VideoPreset preset = parameters.preset().orElseGet(() -> VideoPreset.forFile(target));
    try (ShownStackSource source =
            new ShownStackSource(image, preset.holdsDeepPixels(), parameters.framesPerSecond());
        VideoFrameSink sink =
            VideoFrameSink.create(
                target,
                VideoContent.of(layer(source)),
                source.format(),
                source.framesPerSecond(),
                EncodeOptions.of(preset))) {
      copy(source, sink, monitor);
      sink.finish();
      sink.notes().forEach(log::note);
    }
    log.files(List.of(target));
  }

  private static void copy(ShownStackSource source, VideoFrameSink sink, RunMonitor monitor)
      throws IOException {
    long startNanos = System.nanoTime();
    Frame frame = Frame.allocate(source.format());
    Matte matte = new Matte(Map.of(layer(source), frame));
    while (source.read(frame)) {
      monitor.cancellation().check();
      matte.stamp(frame);
      sink.write(matte);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
      monitor.progress(
          new Progress("Saving", frame.index() + 1, source.frameCountEstimate(), elapsed));
    }
  }

  private static Layer layer(ShownStackSource source) {
    return switch (source.format().layout()) {
      case GRAY_8 -> Layer.ALPHA_8;
      case GRAY_16 -> Layer.ALPHA_16;
      default -> Layer.FOREGROUND_8;
    };
  }

  private static Path target(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new MattingException("Output \"" + text + "\" is not a path", e);
    }
  }
}
