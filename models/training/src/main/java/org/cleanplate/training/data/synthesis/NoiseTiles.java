package org.cleanplate.training.data.synthesis;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The stock of noise. */
final class NoiseTiles {
  private static final int SIZE = NoiseTile.SIZE;
  private static final int OCTAVES = 7;

  /** Clouds to sand: natural pictures have about the second, a spectrum of 1/f. */
  static final List<NoiseTile> FRACTAL =
      List.of(fractal(1, 0.4), fractal(2, 0.5), fractal(3, 0.62), fractal(4, 0.8));

  /** Large and smooth. */
  static final NoiseTile SMOOTH = fractal(5, 0.25);

  /** Creases and veins. */
  static final List<NoiseTile> RIDGED = List.of(ridged(6, 0.5), ridged(7, 0.7));

  /** Stones, scales, cells: distance to the nearest border. */
  static final List<NoiseTile> CELLULAR = List.of(cellular(8, 160), cellular(9, 700));

  /** Threads in one direction. */
  static final NoiseTile STREAKS = streaks(10);

  /** Independent pixels. */
  static final NoiseTile WHITE = white(11);

  private NoiseTiles() {}

  static NoiseTile any(Dice dice) {
    return switch (dice.weighted(0.6, 0.15, 0.15, 0.1)) {
      case 0 -> FRACTAL.get(dice.below(FRACTAL.size()));
      case 1 -> RIDGED.get(dice.below(RIDGED.size()));
      case 2 -> CELLULAR.get(dice.below(CELLULAR.size()));
      default -> STREAKS;
    };
  }

  private static NoiseTile fractal(long seed, double persistence) {
    return octaves(seed, persistence, value -> value);
  }

  private static NoiseTile ridged(long seed, double persistence) {
    return octaves(seed, persistence, value -> -Math.abs(value));
  }

  private static NoiseTile octaves(long seed, double persistence, DoubleUnaryOperator fold) {
    float[] sum = new float[SIZE * SIZE];
    double amplitude = 1;
    for (int octave = 0; octave < OCTAVES; octave++) {
      Dice dice = Dice.of(seed, octave);
      int cells = 2 << octave;
      float[] lattice = new float[cells * cells];
      for (int i = 0; i < lattice.length; i++) {
        lattice[i] = (float) dice.normal(1);
      }
      for (int i = 0; i < sum.length; i++) {
        double x = (i % SIZE) * (double) cells / SIZE;
        double y = (i / SIZE) * (double) cells / SIZE;
        sum[i] += (float) (amplitude * fold.applyAsDouble(smooth(lattice, cells, x, y)));
      }
      amplitude *= persistence;
    }
    return new NoiseTile(sum);
  }

  private static double smooth(float[] lattice, int cells, double x, double y) {
    int left = (int) x;
    int top = (int) y;
    double u = fade(x - left);
    double v = fade(y - top);
    int right = (left + 1) % cells;
    int row0 = top * cells;
    int row1 = (top + 1) % cells * cells;
    double upper = lattice[row0 + left] * (1 - u) + lattice[row0 + right] * u;
    double lower = lattice[row1 + left] * (1 - u) + lattice[row1 + right] * u;
    return upper * (1 - v) + lower * v;
  }

  private static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  /** Difference of the distances to the second nearest and the nearest of some points. */
  private static NoiseTile cellular(long seed, int points) {
    Dice dice = Dice.of(seed);
    double[] xs = new double[points];
    double[] ys = new double[points];
    for (int k = 0; k < points; k++) {
      xs[k] = dice.between(0, SIZE);
      ys[k] = dice.between(0, SIZE);
    }
    float[] values = new float[SIZE * SIZE];
    for (int i = 0; i < values.length; i++) {
      double nearest = Double.MAX_VALUE;
      double second = Double.MAX_VALUE;
      for (int k = 0; k < points; k++) {
        double dx = around(i % SIZE - xs[k]);
        double dy = around(i / SIZE - ys[k]);
        double distance = dx * dx + dy * dy;
        second = Math.min(second, Math.max(nearest, distance));
        nearest = Math.min(nearest, distance);
      }
      values[i] = (float) (Math.sqrt(second) - Math.sqrt(nearest));
    }
    return new NoiseTile(values);
  }

  private static double around(double difference) {
    double distance = Math.abs(difference);
    return Math.min(distance, SIZE - distance);
  }

  private static NoiseTile streaks(long seed) {
    Dice dice = Dice.of(seed);
    float[] values = new float[SIZE * SIZE];
    for (int k = 0; k < 5000; k++) {
      int row = dice.below(SIZE);
      int start = dice.below(SIZE);
      int length = (int) dice.logBetween(12, 160);
      float strength = (float) dice.normal(1);
      for (int x = 0; x < length; x++) {
        values[row * SIZE + (start + x) % SIZE] +=
            (float) (strength * Math.sin(Math.PI * x / length));
      }
    }
    return new NoiseTile(values);
  }

  private static NoiseTile white(long seed) {
    Dice dice = Dice.of(seed);
    float[] values = new float[SIZE * SIZE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) dice.normal(1);
    }
    return new NoiseTile(values);
  }
}
