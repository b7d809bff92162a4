package org.cleanplate.network.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a network by the names of the published PyTorch checkpoints ({@code
 * backbone.features.0.0.weight}, ...), in checkpoint order. Counters of training steps ({@code
 * num_batches_tracked}) are left out. Immutable.
 */
public final class Weights {
  private final Map<String, FloatTensor> tensors;

  public Weights(Map<String, FloatTensor> tensors) {
    this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  public Set<String> names() {
    return tensors.keySet();
  }

  public Map<String, FloatTensor> asMap() {
    return tensors;
  }

  /**
   * A parameter by its name.
   *
   * @throws IllegalArgumentException if there is none; a model is checked when it is loaded, so
   *     this is a mistake in the program
   */
  public FloatTensor get(String name) {
    FloatTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("No tensor \"" + name + "\" among " + tensors.size());
    }
    return tensor;
  }
}
