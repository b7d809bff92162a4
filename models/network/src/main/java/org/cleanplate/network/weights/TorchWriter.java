package org.cleanplate.network.weights;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cleanplate.MattingException;

/**
 * Writes a checkpoint as PyTorch's {@code torch.save(model.state_dict(), file)} does: a zip file of
 * a pickle and of the values, which {@code torch.load(file, weights_only=True)} reads and {@code
 * load_state_dict} of the published network takes as it is, step counters included. In single
 * precision; metadata has no place in it. The same weights give the same bytes.
 */
public final class TorchWriter {
  private static final String ROOT = "model/";
  private static final String LAST_STATISTIC = ".running_var";
  private static final String STEP_COUNTER = ".num_batches_tracked";

  private TorchWriter() {}

  /**
   * Writes a checkpoint. The file is there whole or not at all; an older one is replaced.
   *
   * @throws MattingException if the file cannot be written
   */
  public static void write(Path file, Checkpoint checkpoint) {
    WholeFile.save(
        file,
        temporary -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary));
              AlignedZip zip = new AlignedZip(out)) {
            write(zip, checkpoint.weights());
          }
        });
  }

  private static void write(AlignedZip zip, Weights weights) throws IOException {
    TorchPickle pickle = new TorchPickle();
    Map<String, byte[]> storages = new LinkedHashMap<>();
    weights
        .asMap()
        .forEach(
            (name, tensor) -> {
              add(pickle, storages, name, "FloatStorage", tensor.shape(), bytes(tensor));
              if (name.endsWith(LAST_STATISTIC)) {
                String norm = name.substring(0, name.length() - LAST_STATISTIC.length());
                byte[] noSteps = new byte[Long.BYTES];
                add(pickle, storages, norm + STEP_COUNTER, "LongStorage", new int[0], noSteps);
              }
            });
    zip.add(ROOT + "data.pkl", pickle.stop());
    zip.add(ROOT + "byteorder", "little".getBytes(US_ASCII));
    for (Map.Entry<String, byte[]> storage : storages.entrySet()) {
      zip.add(ROOT + "data/" + storage.getKey(), storage.getValue());
    }
    zip.add(ROOT + "version", "3\n".getBytes(US_ASCII));
  }

  private static void add(
      TorchPickle pickle,
      Map<String, byte[]> storages,
      String name,
      String storageType,
      int[] shape,
      byte[] bytes) {
    String key = Integer.toString(storages.size());
    pickle.tensor(name, storageType, key, shape);
    storages.put(key, bytes);
  }

  private static byte[] bytes(FloatTensor tensor) {
    ByteBuffer bytes =
        ByteBuffer.allocate(tensor.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(tensor.values());
    return bytes.array();
  }
}
