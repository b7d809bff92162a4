package org.cleanplate.samples.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.ort.OrtEngine;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.job.MattingJob;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.video.VideoFrameSink;
import org.cleanplate.video.VideoFrameSource;

/**
 * The bundled model over a video, as users run it: decoded, matted and encoded as alpha and
 * foreground in H.264, opening the model included. A child of the benchmark.
 */
final class OurVideoRun {
  private OurVideoRun() {}

  /**
   * Arguments: video, clean plate, folder for the output, {@link VideoSetting}. Prints {@link
   * RunFigures}.
   */
  public static void main(String[] arguments) throws IOException {
    VideoClip clip = new VideoClip(Path.of(arguments[0]), Path.of(arguments[1]));
    Path folder = Path.of(arguments[2]);
    VideoSetting setting = VideoSetting.valueOf(arguments[3]);
    System.out.println(RunFigures.of(() -> matte(clip, folder, setting)).toLine());
  }

  private static long matte(VideoClip clip, Path folder, VideoSetting setting) throws IOException {
    try (MattingEngine engine =
            setting.engine(OrtEngine.open(BenchmarkModel.BUNDLED.load(folder), new Device.Cpu()));
        FrameSource source = VideoFrameSource.open(clip.video())) {
      PlateModel plate = setting.plate(FixedPlate.captured(clip.readCleanPlate(), "plate"));
      double rhythm = source.framesPerSecond();
      MattingJob job =
          new MattingJob(
              source,
              plate,
              engine,
              setting.options(MattingOptions.of(Layer.ALPHA_8, Layer.FOREGROUND_8)),
              List.of(
                  VideoFrameSink.create(
                      folder.resolve("alpha.mp4"), Layer.ALPHA_8, source.format(), rhythm),
                  VideoFrameSink.create(
                      folder.resolve("foreground.mp4"),
                      Layer.FOREGROUND_8,
                      source.format(),
                      rhythm)));
      return job.run(ProgressListener.NONE, new Cancellation()).frames();
    }
  }
}
