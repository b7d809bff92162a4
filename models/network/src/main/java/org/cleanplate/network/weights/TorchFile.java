package org.cleanplate.network.weights;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.pickle.PickleMachine;
import org.cleanplate.network.weights.pickle.PickleObject;
import org.cleanplate.network.weights.pickle.PickleValues;

/**
 * A PyTorch checkpoint as zip file (PyTorch 1.6 and later): a plain {@code state_dict} or an
 * exported TorchScript module, of which the tensors are taken and the code is left alone.
 */
final class TorchFile implements TensorFile {
  private static final String PICKLE = "/data.pkl";
  private static final long LARGEST_PICKLE = 64L << 20;

  private final BoundedZip zip;
  private final String root;
  private final Map<String, StoredTensor> tensors;
  private TorchStorage lastStorage;
  private ByteBuffer lastBytes;

  private TorchFile(BoundedZip zip) throws IOException {
    this.zip = zip;
    this.root = root(zip);
    checkByteOrder();
    ByteBuffer pickle = zip.read(root + PICKLE, LARGEST_PICKLE);
    Object value = PickleMachine.load(pickle, new TorchDialect(this::storage));
    this.tensors = Collections.unmodifiableMap(tensorsOf(value));
  }

  /**
   * Reads the names and shapes.
   *
   * @throws MattingException if it is no whole checkpoint
   */
  static TorchFile open(Path file) throws IOException {
    BoundedZip zip = BoundedZip.open(file);
    try {
      return new TorchFile(zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static String root(BoundedZip zip) {
    List<String> pickles =
        zip.names().stream()
            .filter(name -> name.endsWith(PICKLE) && name.indexOf('/') == name.lastIndexOf('/'))
            .toList();
    if (pickles.size() != 1) {
      throw new MattingException(
          "it is a zip file with "
              + pickles.size()
              + " data.pkl in it, expected 1: it is no PyTorch checkpoint");
    }
    return pickles.get(0).substring(0, pickles.get(0).length() - PICKLE.length());
  }

  private void checkByteOrder() throws IOException {
    String entry = root + "/byteorder";
    if (zip.names().contains(entry)) {
      String order = US_ASCII.decode(zip.read(entry, 16)).toString();
      if (!order.equals("little")) {
        throw new MattingException(
            "its numbers are " + order + "-endian, expected little: save it on another machine");
      }
    }
  }

  private StoredTensor.Storage storage(TorchStorage storage) {
    String entry = root + "/data/" + storage.key();
    long found = zip.size(entry);
    int bytesEach = storage.type().bytes();
    if (storage.elements() > Integer.MAX_VALUE / bytesEach
        || storage.elements() * bytesEach != found) {
      throw new MattingException(
          "a storage claims "
              + storage.elements()
              + " values of "
              + bytesEach
              + " bytes, but the file "
              + (found < 0 ? "has no entry " + entry : "holds " + found + " bytes in " + entry));
    }
    return () -> read(storage, entry);
  }

  /** Storages may be shared by many tensors, which then lie side by side: the last one is kept. */
  private ByteBuffer read(TorchStorage storage, String entry) throws IOException {
    if (!storage.equals(lastStorage)) {
      lastBytes = zip.read(entry, Integer.MAX_VALUE);
      lastStorage = storage;
    }
    return lastBytes.duplicate();
  }

  private static Map<String, StoredTensor> tensorsOf(Object value) {
    if (value instanceof PickleObject module) {
      return ModuleTree.tensors(module);
    }
    Map<?, ?> dictionary = PickleValues.value(value, Map.class, "the file");
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : dictionary.entrySet()) {
      if (!(entry.getValue() instanceof StoredTensor tensor)) {
        throw new MattingException(
            "its entry \""
                + entry.getKey()
                + "\" is "
                + PickleValues.kindOf(entry.getValue())
                + ", expected only tensors: save model.state_dict() by itself");
      }
      tensors.put((String) entry.getKey(), tensor);
    }
    return tensors;
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
  public void close() throws IOException {
    zip.close();
  }
}
