package org.cleanplate.network.weights;

import java.io.IOException;
import java.util.Map;

/** An open file of tensors. */
interface TensorFile extends AutoCloseable {

  /** The tensors by the names the file gives them, in the order of the file. */
  Map<String, StoredTensor> tensors();

  /** What the file says about itself; empty where the format has no place for it. */
  Map<String, String> metadata();

  @Override
  void close() throws IOException;
}
