package org.cleanplate.network.weights;

import java.util.Arrays;

/**
 * A parameter of the network: 32-bit values in row-major order, last axis fastest. The array is
 * shared, not copied; nobody writes to it.
 */
public record FloatTensor(int[] shape, float[] values) {
  public FloatTensor {
    long expected = elementCount(shape);
    if (expected != values.length) {
      throw new IllegalArgumentException(
          "Shape "
              + Arrays.toString(shape)
              + " holds "
              + expected
              + " values, got "
              + values.length);
    }
  }

  /** The product of the axes; 1 for a scalar. */
  public static long elementCount(int[] shape) {
    long count = 1;
    for (int axis : shape) {
      count = Math.multiplyExact(count, axis);
    }
    return count;
  }
}
