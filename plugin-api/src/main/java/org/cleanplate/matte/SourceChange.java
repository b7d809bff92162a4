package org.cleanplate.matte;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Samples;

/**
 * How much a source differs between two frames around each pixel, and how far that means something
 * else is seen there. The difference is the mean square over 3x3 pixels and all channels, weighed
 * against the noise as in non-local means (Buades, Coll and Morel, "A non-local algorithm for image
 * denoising", CVPR 2005).
 */
final class SourceChange {
  /** Differences up to this many times the noise are noise. */
  private static final float WITHIN_NOISE = 2;

  /** The least noise, half a step of 8 bits; squared. */
  private static final float LEAST_NOISE = square(0.5f / 255);

  /** The most: a camera that moves changes every pixel, which is no noise. Squared. */
  private static final float MOST_NOISE = square(0.03f);

  private static final int NOISE_SAMPLES = 20_000;

  private final int width;
  private final int height;
  private final float[] squares;
  private final float[] around;
  private final float noise;

  /** Compares two frames of one format; rows in parallel. */
  SourceChange(Frame one, Frame other, Levels levels) {
    width = one.format().width();
    height = one.format().height();
    squares = new float[width * height];
    around = new float[width * height];
    rows(row -> fillSquares(Samples.of(one), Samples.of(other), levels, row));
    rows(this::fillAround);
    noise = Math.max(LEAST_NOISE, Math.min(MOST_NOISE, median()));
  }

  private void rows(IntConsumer row) {
    IntStream.range(0, height).parallel().forEach(row);
  }

  private void fillSquares(Samples one, Samples other, Levels levels, int row) {
    float range = SampleScale.of(one, levels).range();
    float unit = 1 / (range * range * one.channels());
    for (int i = row * width; i < (row + 1) * width; i++) {
      float sum = 0;
      for (int c = 0; c < one.channels(); c++) {
        sum += square(one.get(i, c) - other.get(i, c));
      }
      squares[i] = sum * unit;
    }
  }

  private void fillAround(int row) {
    int top = Math.max(0, row - 1);
    int bottom = Math.min(height - 1, row + 1);
    for (int x = 0; x < width; x++) {
      int left = Math.max(0, x - 1);
      int right = Math.min(width - 1, x + 1);
      float sum = 0;
      for (int y = top; y <= bottom; y++) {
        for (int k = left; k <= right; k++) {
          sum += squares[y * width + k];
        }
      }
      around[row * width + x] = sum / ((bottom - top + 1) * (right - left + 1));
    }
  }

  private float median() {
    int step = Math.max(1, around.length / NOISE_SAMPLES);
    float[] samples = new float[(around.length + step - 1) / step];
    for (int k = 0; k < samples.length; k++) {
      samples[k] = around[k * step];
    }
    Arrays.sort(samples);
    return samples[samples.length / 2];
  }

  /** 1 where the frames differ by noise only, down to 0 where they show different things. */
  float likeness(int pixel) {
    return (float) Math.exp(-Math.max(0, around[pixel] / noise - WITHIN_NOISE));
  }

  private static float square(float value) {
    return value * value;
  }
}
