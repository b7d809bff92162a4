package org.cleanplate.network.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.Backbone;
import org.cleanplate.network.ParameterShapes;

/** A whole network of few channels, with random weights. */
public final class TinyNetwork {
  public static final Architecture ARCHITECTURE =
      new Architecture(Backbone.MOBILENETV2, 0.25, 8, List.of(7, 6, 5), 4, List.of(9, 8, 7), 3);

  private TinyNetwork() {}

  /** Always the same weights. */
  public static Checkpoint checkpoint() {
    Random random = new Random(1);
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    ParameterShapes.of(ARCHITECTURE)
        .forEach(
            (name, shape) -> {
              float[] values = new float[(int) FloatTensor.elementCount(shape)];
              for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat() - 0.5f;
              }
              tensors.put(name, new FloatTensor(shape, values));
            });
    return new Checkpoint(ARCHITECTURE, new Weights(tensors), Map.of("origin", "a test"));
  }

  /** The weights, by name, to be spoilt. */
  static Map<String, FloatTensor> tensors() {
    return new LinkedHashMap<>(checkpoint().weights().asMap());
  }
}
