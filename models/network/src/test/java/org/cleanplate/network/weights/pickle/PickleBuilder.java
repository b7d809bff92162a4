package org.cleanplate.network.weights.pickle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes pickles, one instruction a call, honest ones and others. */
public final class PickleBuilder {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public PickleBuilder() {
    protocol(2);
  }

  public PickleBuilder protocol(int version) {
    return raw(0x80, version);
  }

  public PickleBuilder raw(int... bytes) {
    for (int value : bytes) {
      out.write(value);
    }
    return this;
  }

  public PickleBuilder text(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    raw('X');
    return littleEndian(utf8.length).bytes(utf8);
  }

  public PickleBuilder number(int value) {
    raw('J');
    return littleEndian(value);
  }

  /** A number of 8 bytes. */
  public PickleBuilder number(long value) {
    raw(0x8a, Long.BYTES);
    return bytes(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
  }

  public PickleBuilder data(byte[] data) {
    raw('B');
    return littleEndian(data.length).bytes(data);
  }

  public PickleBuilder global(String module, String name) {
    raw('c');
    return bytes((module + "\n" + name + "\n").getBytes(UTF_8));
  }

  public PickleBuilder mark() {
    return raw('(');
  }

  public PickleBuilder tuple() {
    return raw('t');
  }

  public PickleBuilder tuple(int... numbers) {
    mark();
    for (int number : numbers) {
      number(number);
    }
    return tuple();
  }

  public PickleBuilder dictionary() {
    return raw('}');
  }

  public PickleBuilder setItem() {
    return raw('s');
  }

  public PickleBuilder setItems() {
    return raw('u');
  }

  public PickleBuilder reduce() {
    return raw('R');
  }

  public PickleBuilder build() {
    return raw('b');
  }

  /** Ends the pickle. */
  public byte[] stop() {
    raw('.');
    return out.toByteArray();
  }

  private PickleBuilder littleEndian(int value) {
    return raw(value, value >> 8, value >> 16, value >> 24);
  }

  private PickleBuilder bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }
}
