package org.cleanplate.network.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.cleanplate.MattingException;

/**
 * A tensor in a file, its values not read yet. That it lies within its storage is checked when it
 * is described, before anything is allocated for it.
 */
final class StoredTensor {

  /** The bytes a tensor is a view of. */
  interface Storage {
    ByteBuffer read() throws IOException;
  }

  private final ElementType type;
  private final int[] shape;
  private final long[] strides;
  private final long offset;
  private final Storage storage;

  private StoredTensor(
      ElementType type, int[] shape, long[] strides, long offset, Storage storage) {
    this.type = type;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    this.storage = storage;
  }

  /** A tensor that lies in row-major order at the start of its storage and fills it. */
  static StoredTensor contiguous(
      ElementType type, long[] shape, long storageElements, Storage storage) {
    if (elementCount(shape) != storageElements) {
      throw new MattingException(
          "it claims the shape "
              + Arrays.toString(shape)
              + ", but the file holds "
              + storageElements
              + " values for it");
    }
    return strided(type, shape, rowMajorStrides(shape), 0, storageElements, storage);
  }

  /**
   * A tensor that is a view of its storage.
   *
   * @param strides distance, in values, between neighbours along each axis
   * @param offset index of the first value
   * @param storageElements how many values the storage has
   * @throws MattingException if it reaches outside of its storage or repeats parts of it
   */
  static StoredTensor strided(
      ElementType type,
      long[] shape,
      long[] strides,
      long offset,
      long storageElements,
      Storage storage) {
    long count = elementCount(shape);
    if (strides.length != shape.length
        || storageElements > Integer.MAX_VALUE / type.bytes()
        || count > storageElements
        || count > 0 && lastIndex(shape, strides, offset) >= storageElements) {
      throw new MattingException(
          "it claims the shape "
              + Arrays.toString(shape)
              + " with strides "
              + Arrays.toString(strides)
              + " from value "
              + offset
              + " on, but its storage in the file has "
              + storageElements
              + " values");
    }
    int[] axes = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
    return new StoredTensor(type, axes, strides.clone(), offset, storage);
  }

  /** Strides of a tensor whose last axis is the fastest. */
  static long[] rowMajorStrides(long[] shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= Math.max(1, shape[axis]);
    }
    return strides;
  }

  /** Strides of a tensor whose first axis is the fastest. */
  static long[] columnMajorStrides(long[] shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      strides[axis] = stride;
      stride *= Math.max(1, shape[axis]);
    }
    return strides;
  }

  ElementType type() {
    return type;
  }

  int[] shape() {
    return shape.clone();
  }

  /**
   * The values, as 32-bit floats in row-major order.
   *
   * @throws MattingException if the file holds fewer bytes than it claimed, or whole numbers
   */
  FloatTensor read() throws IOException {
    if (!type.floating()) {
      throw new MattingException("it holds whole numbers (" + type + "), expected f32 or f16");
    }
    ByteBuffer bytes = storage.read().order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[(int) FloatTensor.elementCount(shape)];
    int rowLength = shape.length == 0 ? 1 : shape[shape.length - 1];
    int stride = shape.length == 0 ? 1 : (int) strides[shape.length - 1];
    int[] row = new int[Math.max(0, shape.length - 1)];
    for (int start = 0; start < values.length; start += rowLength) {
      int index = (int) offset;
      for (int axis = 0; axis < row.length; axis++) {
        index += row[axis] * (int) strides[axis];
      }
      for (int column = 0; column < rowLength; column++) {
        values[start + column] = type.read(bytes, index + column * stride);
      }
      next(row);
    }
    return new FloatTensor(shape.clone(), values);
  }

  private void next(int[] row) {
    for (int axis = row.length - 1; axis >= 0; axis--) {
      row[axis]++;
      if (row[axis] < shape[axis]) {
        return;
      }
      row[axis] = 0;
    }
  }

  private static long elementCount(long[] shape) {
    try {
      long count = 1;
      for (long axis : shape) {
        if (axis < 0 || axis > Integer.MAX_VALUE) {
          throw new MattingException("it claims the shape " + Arrays.toString(shape));
        }
        count = Math.multiplyExact(count, axis);
      }
      return count;
    } catch (ArithmeticException e) {
      throw new MattingException("it claims the shape " + Arrays.toString(shape), e);
    }
  }

  private static long lastIndex(long[] shape, long[] strides, long offset) {
    try {
      long last = offset;
      for (int axis = 0; axis < shape.length; axis++) {
        if (strides[axis] < 0) {
          return Long.MAX_VALUE;
        }
        last = Math.addExact(last, Math.multiplyExact(shape[axis] - 1, strides[axis]));
      }
      return offset < 0 ? Long.MAX_VALUE : last;
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }
}
