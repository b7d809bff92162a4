package org.cleanplate.network.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a checkpoint that is only a part of a network, which users' files must never be. */
public final class PartialTorchFile {
  private PartialTorchFile() {}

  /** The floating-point tensors by name; step counters are left out. */
  public static Map<String, FloatTensor> read(Path file) throws IOException {
    Map<String, FloatTensor> values = new LinkedHashMap<>();
    try (TensorFile tensors = TorchFile.open(file)) {
      for (Map.Entry<String, StoredTensor> tensor : tensors.tensors().entrySet()) {
        if (tensor.getValue().type().floating()) {
          values.put(tensor.getKey(), tensor.getValue().read());
        }
      }
    }
    return values;
  }
}
