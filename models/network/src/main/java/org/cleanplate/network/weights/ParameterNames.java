package org.cleanplate.network.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the names of a file to those of the published checkpoints. */
final class ParameterNames {
  /** What wrapping a network adds: data-parallel training, the authors' TorchScript export. */
  private static final List<String> WRAPPERS = List.of("module.", "model.");

  private static final String STEP_COUNTER = "num_batches_tracked";

  private ParameterNames() {}

  /** The same tensors without step counters and without a prefix that all names share. */
  static Map<String, StoredTensor> canonical(Map<String, StoredTensor> tensors) {
    Map<String, StoredTensor> canonical = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (!name.endsWith("." + STEP_COUNTER)) {
            canonical.put(name, tensor);
          }
        });
    return unwrapped(canonical);
  }

  private static Map<String, StoredTensor> unwrapped(Map<String, StoredTensor> tensors) {
    for (String wrapper : WRAPPERS) {
      if (!tensors.isEmpty() && tensors.keySet().stream().allMatch(n -> n.startsWith(wrapper))) {
        Map<String, StoredTensor> inner = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> inner.put(name.substring(wrapper.length()), tensor));
        return unwrapped(inner);
      }
    }
    return tensors;
  }
}
