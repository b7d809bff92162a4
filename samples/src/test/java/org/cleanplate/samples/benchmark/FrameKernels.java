package org.cleanplate.samples.benchmark;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.LayoutConverter;
import org.cleanplate.frame.TransparentPixels;
import org.cleanplate.network.graph.PixelLayout;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is done to the pixels of a 1080p frame outside the network. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FrameKernels {
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;

  private final int[] imageJPixels = new int[WIDTH * HEIGHT];
  private final Frame packed = Frame.allocate(new FrameFormat(WIDTH, HEIGHT, PixelLayout.BGRA_8));
  private Frame planes;

  /** Noise, half of its pixels transparent. */
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < imageJPixels.length; i++) {
      imageJPixels[i] = random.nextInt() & (random.nextBoolean() ? -1 : 0xFFFFFF);
    }
    packed.pixels().asIntBuffer().put(imageJPixels);
    planes = LayoutConverter.convert(packed, PixelLayout.RGB_FLOAT);
  }

  /** A colour slice of a stack into a frame. */
  @Benchmark
  public Frame copyImageJPixels() {
    packed.pixels().asIntBuffer().put(imageJPixels);
    return packed;
  }

  /** A colour plate for a stack of floats. */
  @Benchmark
  public Frame convertPackedToFloatPlanes() {
    return LayoutConverter.convert(packed, PixelLayout.RGB_FLOAT);
  }

  /** The other way round. */
  @Benchmark
  public Frame convertFloatPlanesToPacked() {
    return LayoutConverter.convert(planes, PixelLayout.BGRA_8);
  }

  /** A colour plate for a stack of grey. */
  @Benchmark
  public Frame convertPackedToGrey() {
    return LayoutConverter.convert(packed, PixelLayout.GRAY_8);
  }

  /** After the first time there is nothing left to clear; the pixels are still looked at. */
  @Benchmark
  public Frame clearTransparentPixels() {
    TransparentPixels.clear(packed);
    return packed;
  }
}
