package org.cleanplate.plate.estimate;

import java.util.BitSet;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Samples;

/**
 * Fills pixels of which nothing is known smoothly from those around them: the membrane that solves
 * Laplace's equation, found by relaxation (successive over-relaxation, Young 1950) from a rough
 * filling on.
 */
final class HoleFill {
  private static final int ROUNDS = 400;
  private static final float OVER_RELAXATION = 1.9f;

  private HoleFill() {}

  /** Fills these pixels of a picture; if that is all of them, nothing is done. */
  static void fill(Frame picture, BitSet unknown) {
    int width = picture.format().width();
    int height = picture.format().height();
    if (unknown.cardinality() >= width * height) {
      return;
    }
    Samples samples = Samples.of(picture);
    for (int channel = 0; channel < samples.channels(); channel++) {
      float[] values = new float[width * height];
      for (int i = 0; i < values.length; i++) {
        values[i] = samples.get(i, channel);
      }
      startFromTheLeft(values, unknown, width);
      for (int round = 0; round < ROUNDS; round++) {
        relax(values, unknown, width, height);
      }
      for (int i = unknown.nextSetBit(0); i >= 0; i = unknown.nextSetBit(i + 1)) {
        samples.set(i, channel, values[i]);
      }
    }
  }

  /** Takes the known pixel before each, or else the first known one. */
  private static void startFromTheLeft(float[] values, BitSet unknown, int width) {
    float last = values[unknown.nextClearBit(0)];
    for (int i = 0; i < values.length; i++) {
      if (unknown.get(i)) {
        values[i] = i >= width && i % width == 0 ? values[i - width] : last;
      }
      last = values[i];
    }
  }

  private static void relax(float[] values, BitSet unknown, int width, int height) {
    for (int i = unknown.nextSetBit(0); i >= 0; i = unknown.nextSetBit(i + 1)) {
      int x = i % width;
      int y = i / width;
      float left = values[x > 0 ? i - 1 : i + Math.min(1, width - 1)];
      float right = values[x < width - 1 ? i + 1 : i - Math.min(1, width - 1)];
      float above = values[y > 0 ? i - width : Math.min(i + width, values.length - 1)];
      float below = values[y < height - 1 ? i + width : Math.max(i - width, 0)];
      values[i] += OVER_RELAXATION * ((left + right + above + below) / 4 - values[i]);
    }
  }
}
