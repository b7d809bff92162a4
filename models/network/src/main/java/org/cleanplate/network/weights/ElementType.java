package org.cleanplate.network.weights;

import java.nio.ByteBuffer;
import java.util.Locale;

/** How one value of a tensor is stored. */
enum ElementType {
  F64(8, true),
  F32(4, true),
  F16(2, true),
  BF16(2, true),
  I64(8, false),
  I32(4, false),
  I16(2, false),
  I8(1, false),
  U8(1, false),
  BOOL(1, false);

  private final int bytes;
  private final boolean floating;

  ElementType(int bytes, boolean floating) {
    this.bytes = bytes;
    this.floating = floating;
  }

  int bytes() {
    return bytes;
  }

  boolean floating() {
    return floating;
  }

  /** A value of a floating type, by its index in little-endian storage. */
  float read(ByteBuffer storage, int index) {
    return switch (this) {
      case F64 -> (float) storage.getDouble(index * Double.BYTES);
      case F32 -> storage.getFloat(index * Float.BYTES);
      case F16 -> Float16.toFloat(storage.getShort(index * Short.BYTES));
      case BF16 -> Float.intBitsToFloat(storage.getShort(index * Short.BYTES) << 16);
      default -> throw new IllegalStateException("No floating type: " + this);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
