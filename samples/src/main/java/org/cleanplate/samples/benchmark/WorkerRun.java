package org.cleanplate.samples.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.ort.OrtEngine;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.Matte;
import org.cleanplate.job.MattingJob;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;

/**
 * A job with a number of frame workers, from memory and to nowhere, so that nothing but matting
 * takes the cores. A child of the benchmark.
 */
final class WorkerRun {
  private WorkerRun() {}

  /** Arguments: frame workers, frames, footage folder. Prints {@link RunFigures}. */
  public static void main(String[] arguments) throws IOException {
    int workers = Integer.parseInt(arguments[0]);
    int frames = Integer.parseInt(arguments[1]);
    PicturePair pictures = PicturePair.ofPerson(Path.of(arguments[2]));
    FrameFormat format = new FrameFormat(1920, 1080, PixelLayout.BGRA_8);
    Frame picture = pictures.sourceAs(format);
    FixedPlate plate = FixedPlate.captured(pictures.cleanPlateAs(format), "plate");
    try (MattingEngine engine =
        OrtEngine.open(
            BenchmarkModel.BUNDLED.load(Path.of(arguments[2])), new Device.Cpu(), workers)) {
      MattingOptions options = MattingOptions.of(Layer.ALPHA_8, Layer.FOREGROUND_8);
      // The first job opens the session and fills the caches.
      job(picture, 2L * workers, plate, engine, options);
      System.out.println(
          RunFigures.of(() -> job(picture, frames, plate, engine, options)).toLine());
    }
  }

  private static long job(
      Frame picture, long frames, FixedPlate plate, MattingEngine engine, MattingOptions options)
      throws IOException {
    return new MattingJob(
            new SamePicture(picture, frames), plate, engine, options, List.of(new Nowhere()))
        .run(ProgressListener.NONE, new Cancellation())
        .frames();
  }

  /** One picture again and again. */
  private static final class SamePicture implements FrameSource {
    private final Frame picture;
    private final long frames;
    private long next;

    SamePicture(Frame picture, long frames) {
      this.picture = picture;
      this.frames = frames;
    }

    @Override
    public String name() {
      return "memory";
    }

    @Override
    public FrameFormat format() {
      return picture.format();
    }

    @Override
    public OptionalLong frameCountEstimate() {
      return OptionalLong.of(frames);
    }

    @Override
    public double framesPerSecond() {
      return 0;
    }

    @Override
    public boolean read(Frame frame) {
      if (next == frames) {
        return false;
      }
      frame.pixels().put(picture.pixels());
      frame.stamp(next, next);
      next++;
      return true;
    }

    @Override
    public void skip(long count) {
      next = Math.min(frames, next + count);
    }

    @Override
    public void close() {}
  }

  /** Asks for alpha and foreground and drops them. */
  private static final class Nowhere implements FrameSink {
    @Override
    public Set<Layer> layers() {
      return Set.of(Layer.ALPHA_8, Layer.FOREGROUND_8);
    }

    @Override
    public void write(Matte matte) {}

    @Override
    public void finish() {}

    @Override
    public void close() {}
  }
}
