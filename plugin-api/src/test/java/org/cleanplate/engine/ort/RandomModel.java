package org.cleanplate.engine.ort;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.Backbone;
import org.cleanplate.network.ParameterShapes;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.weights.FloatTensor;
import org.cleanplate.network.weights.Weights;

/** A small untrained network: its mattes mean nothing, but every path must agree on them. */
final class RandomModel {
  private RandomModel() {}

  static MattingModel.Network of(int refinerKernel) {
    Architecture architecture =
        new Architecture(
            Backbone.MOBILENETV2,
            0.25,
            24,
            List.of(20, 18, 10),
            7,
            List.of(9, 7, 5),
            refinerKernel);
    Random random = new Random(7);
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    ParameterShapes.of(architecture)
        .forEach((name, shape) -> tensors.put(name, tensor(name, shape, random)));
    return new MattingModel.Network("random", "0", architecture, new Weights(tensors));
  }

  private static FloatTensor tensor(String name, int[] shape, Random random) {
    float[] values = new float[(int) FloatTensor.elementCount(shape)];
    double fanIn = shape.length == 4 ? shape[1] * shape[2] * shape[3] : 1;
    for (int i = 0; i < values.length; i++) {
      double z = random.nextDouble() * 2 - 1;
      boolean spread = name.endsWith("running_var") || (name.endsWith("weight") && fanIn == 1);
      values[i] =
          (float) (spread ? 1 + 0.2 * z : shape.length == 4 ? z * Math.sqrt(6 / fanIn) : 0.1 * z);
    }
    if (name.equals("decoder.conv4.weight")) {
      // Small, so that alpha and error stay near their bias, where they are not clamped.
      for (int i = 0; i < values.length; i++) {
        values[i] *= 0.05f;
      }
    }
    if (name.equals("decoder.conv4.bias")) {
      values[0] = 0.5f;
      values[4] = 0.4f;
    }
    return new FloatTensor(shape, values);
  }
}
