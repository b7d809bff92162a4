package org.cleanplate.network.weights;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cleanplate.network.weights.pickle.PickleWriter;

/** Writes files as {@code torch.save} does. */
public final class TorchZip {
  private final PickleWriter pickle = new PickleWriter().dictionary().mark();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** A checkpoint of tensors, each with a storage of its own and a step counter at the end. */
  public static void write(Path file, Map<String, FloatTensor> tensors) throws IOException {
    TorchZip zip = new TorchZip();
    tensors.forEach(
        (name, tensor) -> {
          String key = zip.storage(floats(tensor.values()));
          zip.tensor(name, "FloatStorage", key, tensor.values().length, 0, tensor.shape());
        });
    String counter = tensors.keySet().iterator().next().replaceAll("weight$", "");
    zip.tensor(counter + "num_batches_tracked", "LongStorage", zip.storage(new byte[8]), 1, 0);
    zip.save(file);
  }

  /** Adds bytes under {@code data/} and returns their key. */
  String storage(byte[] bytes) {
    String key = Integer.toString(entries.size());
    entries.put("archive/data/" + key, bytes);
    return key;
  }

  TorchZip tensor(String name, String type, String key, long elements, int offset, int... shape) {
    long[] sizes = new long[shape.length];
    for (int axis = 0; axis < shape.length; axis++) {
      sizes[axis] = shape[axis];
    }
    return tensor(name, type, key, elements, offset, sizes, StoredTensor.rowMajorStrides(sizes));
  }

  TorchZip tensor(
      String name,
      String type,
      String key,
      long elements,
      long offset,
      long[] shape,
      long[] strides) {
    pickle.text(name);
    TorchPickle.rebuild(pickle, type, key, elements, offset, shape, strides);
    return this;
  }

  void save(Path file) throws IOException {
    entries.put("archive/data.pkl", pickle.setItems().stop());
    save(file, entries);
  }

  /** Any zip file. */
  static void save(Path file, Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
      zip.putNextEntry(new ZipEntry("archive/byteorder"));
      zip.write("little".getBytes(US_ASCII));
    }
  }

  static byte[] floats(float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }
}
