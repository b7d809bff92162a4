package org.cleanplate.golden;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A NumPy array in C order as floats; 64-bit numbers are rounded as a cast does.
 *
 * @param shape the axes, slowest first; empty for a scalar
 * @param values the elements, last axis fastest
 */
public record NpyArray(int[] shape, float[] values) {
  private static final byte[] MAGIC = "\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1);
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '([^']+)', 'fortran_order': (True|False), 'shape': \\(([\\d, ]*)\\),? *\\}\\s*");

  /**
   * Reads the content of one {@code .npy} file.
   *
   * @throws IOException if it is no array in C order of a known type, or longer or shorter than its
   *     shape says
   */
  static NpyArray parse(String name, byte[] content) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    Matcher header = header(name, bytes);
    if (header.group(2).equals("True")) {
      throw new IOException(name + " is in Fortran order, expected C order");
    }
    ElementType type = ElementType.of(name, header.group(1));
    int[] shape = shape(name, header.group(3));
    long expectedBytes = type.bytes;
    for (int axis : shape) {
      expectedBytes = Math.multiplyExact(expectedBytes, axis);
    }
    if (bytes.remaining() != expectedBytes) {
      throw new IOException(
          name + " has " + bytes.remaining() + " bytes of data, its shape says " + expectedBytes);
    }
    float[] values = new float[bytes.remaining() / type.bytes];
    for (int i = 0; i < values.length; i++) {
      values[i] = type.next(bytes);
    }
    return new NpyArray(shape, values);
  }

  private static Matcher header(String name, ByteBuffer bytes) throws IOException {
    byte[] magic = new byte[MAGIC.length];
    if (bytes.remaining() < MAGIC.length + 6) {
      throw new IOException(name + " is too short for a NumPy array");
    }
    bytes.get(magic);
    int major = bytes.get();
    bytes.get();
    if (!Arrays.equals(magic, MAGIC) || major < 1 || major > 3) {
      throw new IOException(name + " is no NumPy array of format 1 to 3");
    }
    int length = major == 1 ? Short.toUnsignedInt(bytes.getShort()) : bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new IOException(name + " ends within its header");
    }
    byte[] text = new byte[length];
    bytes.get(text);
    String dictionary = new String(text, StandardCharsets.UTF_8);
    Matcher header = HEADER.matcher(dictionary);
    if (!header.matches()) {
      throw new IOException(name + " has an unknown header: " + dictionary);
    }
    return header;
  }

  private static int[] shape(String name, String text) throws IOException {
    try {
      return Pattern.compile("[, ]+")
          .splitAsStream(text)
          .filter(number -> !number.isEmpty())
          .mapToInt(Integer::parseInt)
          .toArray();
    } catch (NumberFormatException e) {
      throw new IOException(name + " has the shape (" + text + ")", e);
    }
  }

  private enum ElementType {
    FLOAT32("<f4", 4) {
      @Override
      float next(ByteBuffer bytes) {
        return bytes.getFloat();
      }
    },
    FLOAT64("<f8", 8) {
      @Override
      float next(ByteBuffer bytes) {
        return (float) bytes.getDouble();
      }
    },
    FLOAT16("<f2", 2) {
      @Override
      float next(ByteBuffer bytes) {
        return halfToFloat(bytes.getShort());
      }
    },
    UINT8("|u1", 1) {
      @Override
      float next(ByteBuffer bytes) {
        return Byte.toUnsignedInt(bytes.get());
      }
    },
    UINT16("<u2", 2) {
      @Override
      float next(ByteBuffer bytes) {
        return Short.toUnsignedInt(bytes.getShort());
      }
    },
    INT64("<i8", 8) {
      @Override
      float next(ByteBuffer bytes) {
        return bytes.getLong();
      }
    },
    BOOL("|b1", 1) {
      @Override
      float next(ByteBuffer bytes) {
        return bytes.get();
      }
    };

    private final String description;
    private final int bytes;

    ElementType(String description, int bytes) {
      this.description = description;
      this.bytes = bytes;
    }

    abstract float next(ByteBuffer bytes);

    static ElementType of(String name, String description) throws IOException {
      for (ElementType type : values()) {
        if (type.description.equals(description)) {
          return type;
        }
      }
      throw new IOException(name + " holds elements of the unknown type " + description);
    }

    private static float halfToFloat(short half) {
      int magnitude = half & 0x7fff;
      // Moved to a float's place, the exponent's bias is short by 112; a multiplication mends that
      // and normalises the subnormals on the way.
      float value =
          magnitude >= 0x7c00
              ? Float.intBitsToFloat(0x7f800000 | (magnitude & 0x3ff) << 13)
              : Float.intBitsToFloat(magnitude << 13) * 0x1p112f;
      return half < 0 ? -value : value;
    }
  }
}
