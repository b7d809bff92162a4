package org.cleanplate.training.data.synthesis;

import java.util.SplittableRandom;

/** Random choices that are a function of what they are for. Used by one thread. */
public final class Dice {
  private final SplittableRandom random;

  private Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The dice of a purpose: equal parts give equal rolls. */
  public static Dice of(long... parts) {
    long seed = 0x9E3779B97F4A7C15L;
    for (long part : parts) {
      seed = mix(seed ^ mix(part + 0x9E3779B97F4A7C15L));
    }
    return new Dice(seed);
  }

  /** From 0 up to 1. */
  public double unit() {
    return random.nextDouble();
  }

  public double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Even in the logarithm: each doubling is as likely. */
  public double logBetween(double low, double high) {
    return Math.exp(between(Math.log(low), Math.log(high)));
  }

  /** Sizes as in nature, many small and few large: a density of 1 by the cube. */
  public double powerLaw(double smallest, double largest) {
    double u = random.nextDouble();
    return 1 / Math.sqrt((1 - u) / (smallest * smallest) + u / (largest * largest));
  }

  public double normal(double deviation) {
    return random.nextGaussian() * deviation;
  }

  /** A whole number of 0 to {@code limit - 1}. */
  public int below(int limit) {
    return random.nextInt(limit);
  }

  /** A whole number, both ends included. */
  public int whole(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  public double sign() {
    return random.nextBoolean() ? 1 : -1;
  }

  public double angle() {
    return between(0, 2 * Math.PI);
  }

  public long bits() {
    return random.nextLong();
  }

  @SafeVarargs
  public final <T> T pick(T... choices) {
    return choices[below(choices.length)];
  }

  /** The index of a weight, as likely as it is heavy. */
  public int weighted(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = unit() * sum;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
