package org.cleanplate.matte;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.PlatedSink;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A textured square that first stands still and then moves by two pixels a frame before a textured
 * ground, with sensor noise, and an alpha that flickers around the truth.
 */
class TemporalSmoothingTest {
  private static final int SIZE = 64;
  private static final int FRAMES = 24;
  private static final int MOVES_FROM = 12;
  private static final int SQUARE = 20;
  private static final FrameFormat GRAY = new FrameFormat(SIZE, SIZE, PixelLayout.GRAY_8);
  private static final FrameFormat ALPHA = new FrameFormat(SIZE, SIZE, PixelLayout.GRAY_FLOAT);

  private final List<float[]> truth = new ArrayList<>();
  private final List<float[]> flickering = new ArrayList<>();
  private final List<byte[]> sources = new ArrayList<>();

  @BeforeEach
  void paint() {
    Random random = new Random(7);
    byte[] ground = new byte[SIZE * SIZE];
    random.nextBytes(ground);
    for (int t = 0; t < FRAMES; t++) {
      float[] alpha = new float[SIZE * SIZE];
      float[] flicker = new float[SIZE * SIZE];
      byte[] source = new byte[SIZE * SIZE];
      int left = 8 + 2 * Math.max(0, t - MOVES_FROM);
      for (int i = 0; i < alpha.length; i++) {
        int x = i % SIZE - left;
        int y = i / SIZE - 20;
        boolean inside = x >= 0 && x < SQUARE && y >= 0 && y < SQUARE;
        boolean edge = inside && (x < 2 || x >= SQUARE - 2 || y < 2 || y >= SQUARE - 2);
        alpha[i] = inside ? edge ? 0.5f : 1 : 0;
        int subject = 60 + (x * 37 + y * 91) % 120;
        float mixed = alpha[i] * subject + (1 - alpha[i]) * (ground[i] & 0x7F);
        source[i] = (byte) Math.max(0, Math.min(255, mixed + 1.5 * random.nextGaussian()));
        float error = (float) (0.12 * random.nextGaussian());
        flicker[i] = Math.max(0, Math.min(1, alpha[i] + (edge ? 1.5f * error : error)));
      }
      truth.add(alpha);
      flickering.add(flicker);
      sources.add(source);
    }
  }

  @Test
  void takesFlickerOutWithoutLosingAccuracy() throws IOException {
    List<float[]> smoothed = smooth(2);
    double flickerBefore = dtSsd(flickering);
    double flickerAfter = dtSsd(smoothed);
    double errorBefore = meanAbsoluteDifference(flickering, 0);
    double errorAfter = meanAbsoluteDifference(smoothed, 0);
    String figures =
        "dtSSD %.4f -> %.4f, MAD %.4f -> %.4f"
            .formatted(flickerBefore, flickerAfter, errorBefore, errorAfter);
    System.out.println("Temporal smoothing over 2 frames: " + figures);
    assertTrue(flickerAfter < 0.6 * flickerBefore, figures);
    assertTrue(errorAfter < errorBefore, figures);
    assertTrue(
        meanAbsoluteDifference(smoothed, MOVES_FROM)
            <= meanAbsoluteDifference(flickering, MOVES_FROM),
        "where the square moves as well");
  }

  @Test
  void keepsTheEdgesOfWhatMoves() throws IOException {
    flickering.clear();
    flickering.addAll(truth);
    double smear = meanAbsoluteDifference(smooth(3), MOVES_FROM);
    assertTrue(smear < 0.002, "a right alpha becomes wrong by " + smear);
  }

  @Test
  void handsOnEveryFrameOnceAndInOrder() throws IOException {
    for (int frames : new int[] {1, 2, 3, 5, 9}) {
      List<Long> indices = new ArrayList<>();
      FrameSink sink = sink((source, matte) -> indices.add(matte.index()));
      TemporalSmoothing smoothing = new TemporalSmoothing(3, Levels.FULL_RANGE, sink);
      feed(smoothing, frames);
      smoothing.finish();
      assertEquals(frames, indices.size());
      for (int i = 0; i < frames; i++) {
        assertEquals(i, indices.get(i));
      }
    }
  }

  @Test
  void handsOnEachMatteWithItsOwnFrame() throws IOException {
    FrameSink sink =
        sink(
            (source, matte) -> {
              byte[] pixels = new byte[SIZE * SIZE];
              source.pixels().get(pixels);
              assertEquals(matte.index(), source.index());
              assertArrayEquals(sources.get((int) matte.index()), pixels);
            });
    TemporalSmoothing smoothing = new TemporalSmoothing(2, Levels.FULL_RANGE, sink);
    feed(smoothing, FRAMES);
    smoothing.finish();
  }

  @Test
  void refusesAWindowThatWouldNotFit() {
    FrameSink sink = sink((source, matte) -> {});
    assertThrows(MattingException.class, () -> new TemporalSmoothing(9, Levels.FULL_RANGE, sink));
  }

  private List<float[]> smooth(int radius) throws IOException {
    List<float[]> smoothed = new ArrayList<>();
    FrameSink sink =
        sink(
            (source, matte) -> {
              float[] alpha = new float[SIZE * SIZE];
              matte.layer(Layer.ALPHA_FLOAT).pixels().asFloatBuffer().get(alpha);
              smoothed.add(alpha);
            });
    try (TemporalSmoothing smoothing = new TemporalSmoothing(radius, Levels.FULL_RANGE, sink)) {
      feed(smoothing, FRAMES);
      smoothing.finish();
    }
    return smoothed;
  }

  private void feed(TemporalSmoothing smoothing, int frames) throws IOException {
    Frame source = Frame.allocate(GRAY);
    Frame plate = Frame.allocate(GRAY);
    Frame alpha = Frame.allocate(ALPHA);
    Matte matte = new Matte(Map.of(Layer.ALPHA_FLOAT, alpha));
    for (int t = 0; t < frames; t++) {
      source.pixels().put(sources.get(t));
      source.stamp(t, t * 40_000L);
      alpha.pixels().asFloatBuffer().put(FloatBuffer.wrap(flickering.get(t)));
      matte.stamp(source);
      smoothing.write(source, plate, matte);
    }
  }

  /** Erofeev et al., "Perceptually Motivated Benchmark for Video Matting", BMVC 2015. */
  private double dtSsd(List<float[]> alphas) {
    double total = 0;
    for (int t = 1; t < FRAMES; t++) {
      double sum = 0;
      for (int i = 0; i < SIZE * SIZE; i++) {
        double change = alphas.get(t)[i] - alphas.get(t - 1)[i];
        double trueChange = truth.get(t)[i] - truth.get(t - 1)[i];
        sum += (change - trueChange) * (change - trueChange);
      }
      total += Math.sqrt(sum / (SIZE * SIZE));
    }
    return total / (FRAMES - 1);
  }

  private double meanAbsoluteDifference(List<float[]> alphas, int from) {
    double sum = 0;
    for (int t = from; t < FRAMES; t++) {
      for (int i = 0; i < SIZE * SIZE; i++) {
        sum += Math.abs(alphas.get(t)[i] - truth.get(t)[i]);
      }
    }
    return sum / (FRAMES - from) / (SIZE * SIZE);
  }

  private interface Look {
    void at(Frame source, Matte matte);
  }

  private static FrameSink sink(Look look) {
    return new PlatedSink() {
      @Override
      public Set<Layer> layers() {
        return Set.of(Layer.ALPHA_FLOAT);
      }

      @Override
      public void write(Frame source, Frame plate, Matte matte) {
        look.at(source, matte);
      }

      @Override
      public void finish() {}

      @Override
      public void close() {}
    };
  }
}
