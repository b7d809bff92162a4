package org.cleanplate.network.weights;

import java.nio.ByteBuffer;
import java.util.List;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.pickle.PickleValues;

/** A numpy array as pickles make one: empty first, then given its state. */
final class NumpyArray {
  private static final String WHAT = "an array";

  private StoredTensor tensor;

  /**
   * Takes the state that numpy writes: version, shape, type, column order, bytes.
   *
   * @throws MattingException if the bytes are not as many as the shape asks for
   */
  void setState(Object state) {
    List<?> parts = PickleValues.value(state, List.class, WHAT);
    long[] shape = PickleValues.sizes(PickleValues.argument(parts, 1, List.class, WHAT), WHAT);
    ElementType type = PickleValues.argument(parts, 2, NumpyType.class, WHAT).type();
    boolean columnOrder = PickleValues.argument(parts, 3, Boolean.class, WHAT);
    ByteBuffer bytes = PickleValues.argument(parts, 4, ByteBuffer.class, WHAT);
    long elements = bytes.limit() % type.bytes() == 0 ? bytes.limit() / type.bytes() : -1;
    StoredTensor rowOrdered =
        StoredTensor.contiguous(type, shape, elements, () -> bytes.duplicate());
    tensor =
        columnOrder
            ? StoredTensor.strided(
                type,
                shape,
                StoredTensor.columnMajorStrides(shape),
                0,
                elements,
                () -> bytes.duplicate())
            : rowOrdered;
  }

  /**
   * The array as a tensor.
   *
   * @throws MattingException if the pickle never gave it a state
   */
  StoredTensor tensor() {
    if (tensor == null) {
      throw new MattingException("it holds an array without values");
    }
    return tensor;
  }
}
