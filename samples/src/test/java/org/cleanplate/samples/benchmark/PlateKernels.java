package org.cleanplate.samples.benchmark;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.plate.estimate.PlateEstimate;
import org.cleanplate.plate.estimate.PlateEstimator;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The estimate of a clean plate: the median of 75 frames of 640x480, on all cores. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlateKernels {
  private static final int FRAMES = PlateEstimator.DEFAULT_FRAMES;

  private final FrameFormat packed = new FrameFormat(640, 480, PixelLayout.BGRA_8);
  private final FrameFormat grey = new FrameFormat(640, 480, PixelLayout.GRAY_16);
  private byte[] noise;

  /** More than the frames take, as each starts a little further on. */
  @Setup
  public void fill() {
    noise = new byte[(int) packed.byteCount() + FRAMES * 97];
    new SplittableRandom(1).nextBytes(noise);
  }

  /** 8-bit colour: values are counted. */
  @Benchmark
  public PlateEstimate medianOfBytes() throws IOException {
    return median(packed);
  }

  /** 16-bit grey. */
  @Benchmark
  public PlateEstimate medianOfShorts() throws IOException {
    return median(grey);
  }

  private PlateEstimate median(FrameFormat format) throws IOException {
    return new PlateEstimator()
        .estimate(new Noise(format), ProgressListener.NONE, new Cancellation());
  }

  /** Frames that differ in every pixel. */
  private final class Noise implements FrameSource {
    private final FrameFormat format;
    private int next;

    Noise(FrameFormat format) {
      this.format = format;
    }

    @Override
    public String name() {
      return "noise";
    }

    @Override
    public FrameFormat format() {
      return format;
    }

    @Override
    public OptionalLong frameCountEstimate() {
      return OptionalLong.of(FRAMES);
    }

    @Override
    public double framesPerSecond() {
      return 0;
    }

    @Override
    public boolean read(Frame frame) {
      if (next >= FRAMES) {
        return false;
      }
      frame.pixels().put(noise, next * 97, (int) format.byteCount());
      next++;
      return true;
    }

    @Override
    public void skip(long count) {
      next += (int) count;
    }

    @Override
    public void close() {}
  }
}
