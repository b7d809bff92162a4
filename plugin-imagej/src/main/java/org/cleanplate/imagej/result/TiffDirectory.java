package org.cleanplate.imagej.result;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A directory of a little-endian TIFF: tags, which have to be added in rising order. */
final class TiffDirectory {
  /** The largest offset that a classic TIFF can hold. */
  static final long LARGEST_OFFSET = 0xFFFF_FFFFL;

  private static final int BYTE = 1;
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int ENTRY_BYTES = 12;

  private final List<Entry> entries = new ArrayList<>();

  TiffDirectory number(int tag, long value) {
    return add(tag, LONG, 1, little(4).putInt((int) value));
  }

  TiffDirectory shorts(int tag, int... values) {
    ByteBuffer bytes = little(2 * values.length);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return add(tag, SHORT, values.length, bytes);
  }

  /** A number as a fraction of as many digits as fit. */
  TiffDirectory ratio(int tag, double value) {
    int denominator = value > 1000 ? 1000 : 1_000_000;
    long numerator = Math.min(LARGEST_OFFSET, Math.round(value * denominator));
    return add(tag, RATIONAL, 1, little(8).putInt((int) numerator).putInt(denominator));
  }

  /** Text that ends with a zero. */
  TiffDirectory text(int tag, byte[] value) {
    return add(tag, ASCII, value.length, ByteBuffer.wrap(value));
  }

  TiffDirectory numbers(int tag, int count, byte[] values) {
    return add(tag, LONG, count, ByteBuffer.wrap(values));
  }

  TiffDirectory bytes(int tag, byte[] values) {
    return add(tag, BYTE, values.length, ByteBuffer.wrap(values));
  }

  private TiffDirectory add(int tag, int type, int count, ByteBuffer value) {
    entries.add(new Entry(tag, type, count, value.array()));
    return this;
  }

  static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Its size with the values that lie behind it. */
  int byteCount() {
    return ownBytes() + entries.stream().mapToInt(Entry::bytesBehind).sum();
  }

  private int ownBytes() {
    return 2 + ENTRY_BYTES * entries.size() + 4;
  }

  /**
   * Writes the directory and, right behind it, the values that do not fit into it.
   *
   * @param start its place in the file
   * @param next the place of the next directory, 0 if there is none
   */
  void write(ByteBuffer out, long start, long next) {
    long behind = start + ownBytes();
    out.putShort((short) entries.size());
    for (Entry entry : entries) {
      out.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
      if (entry.bytesBehind() == 0) {
        out.put(Arrays.copyOf(entry.value(), 4));
      } else {
        out.putInt((int) behind);
        behind += entry.bytesBehind();
      }
    }
    out.putInt((int) next);
    for (Entry entry : entries) {
      if (entry.bytesBehind() > 0) {
        out.put(Arrays.copyOf(entry.value(), entry.bytesBehind()));
      }
    }
  }

  /** A tag with its value. */
  private record Entry(int tag, int type, int count, byte[] value) {
    /** Bytes that it needs behind the directory, an even number. */
    int bytesBehind() {
      return value.length <= 4 ? 0 : value.length + value.length % 2;
    }
  }
}
