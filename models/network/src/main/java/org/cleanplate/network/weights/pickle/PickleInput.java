package org.cleanplate.network.weights.pickle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import org.cleanplate.MattingException;

/** The bytes of a pickle; no read passes their end. */
final class PickleInput {
  private static final int LONGEST_NAME = 1024;

  private final ByteBuffer bytes;

  PickleInput(ByteBuffer bytes) {
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  int position() {
    return bytes.position();
  }

  int unsignedByte() {
    return require(1).get() & 0xff;
  }

  int unsignedShort() {
    return require(2).getShort() & 0xffff;
  }

  int signedInt() {
    return require(4).getInt();
  }

  long unsignedInt() {
    return require(4).getInt() & 0xffffffffL;
  }

  long signedLong() {
    return require(8).getLong();
  }

  /** Pickle's only big-endian number. */
  double bigEndianDouble() {
    return Double.longBitsToDouble(Long.reverseBytes(signedLong()));
  }

  /** The next bytes, not copied. */
  ByteBuffer slice(long length) {
    require(length);
    ByteBuffer slice = bytes.slice(bytes.position(), (int) length).asReadOnlyBuffer();
    bytes.position(bytes.position() + (int) length);
    return slice.order(ByteOrder.LITTLE_ENDIAN);
  }

  String text(long length) {
    int start = position();
    try {
      CharBuffer text = UTF_8.newDecoder().decode(slice(length));
      return text.toString();
    } catch (CharacterCodingException e) {
      throw new MattingException("the text at byte " + start + " of the pickle is not UTF-8", e);
    }
  }

  /** A name that ends with a line feed. */
  String line() {
    int start = position();
    int length = 0;
    while (unsignedByte() != '\n') {
      length++;
      if (length > LONGEST_NAME) {
        throw new MattingException("the name at byte " + start + " of the pickle has no end");
      }
    }
    bytes.position(start);
    String line = text(length);
    bytes.get();
    return line;
  }

  /** A two's complement number: {@link Long}, or {@link BigInteger} where that is too small. */
  Number integer(int length) {
    ByteBuffer littleEndian = slice(length);
    byte[] bigEndian = new byte[length + 1];
    for (int i = 0; i < length; i++) {
      bigEndian[length - i] = littleEndian.get(i);
    }
    bigEndian[0] = (byte) (bigEndian.length > 1 && bigEndian[1] < 0 ? -1 : 0);
    BigInteger number = new BigInteger(bigEndian);
    return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
  }

  private ByteBuffer require(long length) {
    if (length < 0 || length > bytes.remaining()) {
      throw new MattingException(
          "the pickle ends after "
              + bytes.limit()
              + " bytes, within the entry at byte "
              + bytes.position()
              + ": the file is cut short or damaged, copy or download it again");
    }
    return bytes;
  }
}
