package org.cleanplate.network.weights;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.pickle.PickleMachine;
import org.cleanplate.network.weights.pickle.PickleValues;

/**
 * A PaddlePaddle checkpoint ({@code .pdparams}): a pickled dictionary of numpy arrays. The
 * reproduction of the network in Paddle names its layers as the original does; only the batch-norm
 * statistics have names of Paddle's own.
 */
final class PaddleFile implements TensorFile {
  private static final long LARGEST_FILE = 1L << 30;

  /** Paddle's list of which variable stands behind which layer; says nothing about values. */
  private static final String NAME_TABLE = "StructuredToParameterName@@";

  /** Opens the legacy format of PyTorch, before 1.6. */
  private static final BigInteger TORCH_MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);

  private static final Map<String, String> STATISTICS =
      Map.of("._mean", ".running_mean", "._variance", ".running_var");

  private final Map<String, StoredTensor> tensors;

  private PaddleFile(Map<String, StoredTensor> tensors) {
    this.tensors = Collections.unmodifiableMap(tensors);
  }

  /**
   * Reads the whole file; the values stay in its bytes.
   *
   * @throws MattingException if it is no dictionary of arrays
   */
  static PaddleFile open(Path file) throws IOException {
    long size = Files.size(file);
    if (size > LARGEST_FILE) {
      throw new MattingException(
          "it has "
              + size
              + " bytes, expected at most "
              + LARGEST_FILE
              + " in a Paddle checkpoint");
    }
    Object value =
        PickleMachine.load(ByteBuffer.wrap(Files.readAllBytes(file)), new NumpyDialect());
    if (TORCH_MAGIC.equals(value)) {
      throw new MattingException(
          "it was saved by PyTorch before 1.6: load it there and save it again with torch.save");
    }
    return new PaddleFile(tensorsOf(PickleValues.value(value, Map.class, "the file")));
  }

  private static Map<String, StoredTensor> tensorsOf(Map<?, ?> dictionary) {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : dictionary.entrySet()) {
      if (entry.getKey().equals(NAME_TABLE)) {
        continue;
      }
      String what = "its entry \"" + entry.getKey() + "\"";
      NumpyArray array = PickleValues.value(entry.getValue(), NumpyArray.class, what);
      String name = torchName((String) entry.getKey());
      if (tensors.put(name, array.tensor()) != null) {
        throw new MattingException("it holds " + name + " twice, once by Paddle's name for it");
      }
    }
    return tensors;
  }

  private static String torchName(String name) {
    for (Map.Entry<String, String> statistic : STATISTICS.entrySet()) {
      if (name.endsWith(statistic.getKey())) {
        return name.substring(0, name.length() - statistic.getKey().length())
            + statistic.getValue();
      }
    }
    return name;
  }

  @Override
  public Map<String, StoredTensor> tensors() {
    return tensors;
  }

  @Override
  public Map<String, String> metadata() {
    return Map.of();
  }

  @Override
  public void close() {}
}
