package org.cleanplate.network.weights;

import java.util.Arrays;
import org.cleanplate.network.weights.pickle.PickleWriter;

/** A {@code state_dict} as PyTorch pickles it; the values lie beside the pickle, by their keys. */
final class TorchPickle {
  private final PickleWriter pickle = new PickleWriter();

  TorchPickle() {
    orderedDictionary(pickle);
    pickle.mark();
  }

  /**
   * Adds a tensor that fills a storage of its own.
   *
   * @param storageType {@code FloatStorage}, {@code LongStorage}
   * @param key of the storage
   */
  void tensor(String name, String storageType, String key, int[] shape) {
    long[] sizes = Arrays.stream(shape).asLongStream().toArray();
    pickle.text(name);
    rebuild(
        pickle,
        storageType,
        key,
        FloatTensor.elementCount(shape),
        0,
        sizes,
        StoredTensor.rowMajorStrides(sizes));
  }

  /** Ends the pickle. */
  byte[] stop() {
    return pickle.setItems().stop();
  }

  /** The instructions that describe a tensor as a view of a storage. */
  static void rebuild(
      PickleWriter pickle,
      String storageType,
      String key,
      long elements,
      long offset,
      long[] shape,
      long[] strides) {
    pickle.global("torch._utils", "_rebuild_tensor_v2").mark();
    pickle.mark().text("storage").global("torch", storageType).text(key).text("cpu");
    number(pickle, elements);
    pickle.tuple().persistent();
    number(pickle, offset);
    numbers(pickle, shape);
    numbers(pickle, strides);
    pickle.no();
    orderedDictionary(pickle);
    pickle.tuple().reduce();
  }

  private static void orderedDictionary(PickleWriter pickle) {
    pickle.global("collections", "OrderedDict").emptyTuple().reduce();
  }

  private static void numbers(PickleWriter pickle, long[] numbers) {
    pickle.mark();
    for (long number : numbers) {
      number(pickle, number);
    }
    pickle.tuple();
  }

  private static void number(PickleWriter pickle, long number) {
    if (number == (int) number) {
      pickle.number((int) number);
    } else {
      pickle.number(number);
    }
  }
}
