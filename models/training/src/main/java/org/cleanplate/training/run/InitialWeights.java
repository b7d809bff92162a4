package org.cleanplate.training.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.ParameterShapes;
import org.cleanplate.network.weights.FloatTensor;
import org.cleanplate.network.weights.Weights;

/**
 * Random weights to begin with: convolutions after He et al. 2015, batch norms that change nothing.
 * Three quarters of the first filters see the difference of source and plate, which is what the
 * task is about.
 */
public final class InitialWeights {
  private static final int COLORS = 3;

  private InitialWeights() {}

  /** Draws weights; the same seed gives the same ones. */
  public static Weights draw(Architecture architecture, long seed) {
    Random random = new Random(seed);
    Map<String, FloatTensor> weights = new LinkedHashMap<>();
    ParameterShapes.of(architecture)
        .forEach(
            (name, shape) ->
                weights.put(name, new FloatTensor(shape, values(name, shape, random))));
    return new Weights(weights);
  }

  private static float[] values(String name, int[] shape, Random random) {
    float[] values = new float[(int) FloatTensor.elementCount(shape)];
    if (shape.length == 4) {
      drawConvolution(values, shape, random);
    } else if (name.endsWith(".weight") || name.endsWith(".running_var")) {
      Arrays.fill(values, 1);
    }
    return values;
  }

  private static void drawConvolution(float[] values, int[] shape, Random random) {
    int taps = shape[2] * shape[3];
    double deviation = Math.sqrt(2.0 / ((double) shape[1] * taps));
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    boolean first = shape[1] == Architecture.INPUT_CHANNELS;
    for (int filter = 0; first && filter < shape[0] * 3 / 4; filter++) {
      int source = filter * Architecture.INPUT_CHANNELS * taps;
      int plate = source + COLORS * taps;
      for (int i = 0; i < COLORS * taps; i++) {
        values[plate + i] = -values[source + i];
      }
    }
  }
}
