package org.cleanplate.training.torch;

import java.util.List;
import java.util.SplittableRandom;
import org.cleanplate.training.CropSize;

/**
 * All that is random in training besides the samples, as a function of the plan's seed and the
 * step's number: a run that is resumed draws what an uninterrupted one would have drawn.
 */
record StepSeeds(long seed) {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final int CROP = 0;

  /** No batch has so many parts. */
  private static final int SCALE = 0xFFFF;

  /** For libtorch's generator, before a part of a step. */
  long dropout(int step, int part) {
    return random(step, part + 1).nextLong() >>> 1;
  }

  /** The crop of a step. */
  CropSize crop(int step, List<CropSize> crops) {
    return crops.get(random(step, CROP).nextInt(crops.size()));
  }

  /** The size of a step's coarse pass. */
  double backboneScale(int step, List<Double> scales) {
    return scales.get(random(step, SCALE).nextInt(scales.size()));
  }

  private SplittableRandom random(int step, int purpose) {
    long number = ((long) step << 16) + purpose;
    return new SplittableRandom(seed + GOLDEN_GAMMA * (number + 1));
  }
}
