package org.cleanplate.samples.benchmark;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.ParameterShapes;
import org.cleanplate.network.weights.FloatTensor;
import org.cleanplate.network.weights.Weights;

/**
 * Weights to measure an architecture with, of which there is no checkpoint: drawn so that features
 * stay of the same size from layer to layer, and the maps at the end neither vanish nor saturate.
 * What a frame costs does not depend on them but for which blocks are refined.
 */
final class DrawnWeights {
  /** Gain of the last normalisation in a residual block: the sum over 16 blocks stays small. */
  private static final float RESIDUAL_GAIN = 0.25f;

  private DrawnWeights() {}

  /** The same at every call. */
  static Weights of(Architecture architecture) {
    SplittableRandom random = new SplittableRandom(1);
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    ParameterShapes.of(architecture)
        .forEach((name, shape) -> tensors.put(name, draw(random, name, shape)));
    return new Weights(tensors);
  }

  private static FloatTensor draw(SplittableRandom random, String name, int[] shape) {
    float[] values = new float[(int) FloatTensor.elementCount(shape)];
    if (shape.length == 4) {
      double spread = Math.sqrt(6.0 / (shape[1] * shape[2] * shape[3]));
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (spread * (2 * random.nextDouble() - 1));
      }
    } else if (name.endsWith(".running_var")) {
      Arrays.fill(values, 1);
    } else if (name.endsWith(".weight")) {
      Arrays.fill(values, name.endsWith(".bn3.weight") ? RESIDUAL_GAIN : 1);
    }
    return new FloatTensor(shape, values);
  }
}
