package org.cleanplate.network.weights.pickle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes a pickle, one instruction a call. It is a stack machine's program: each instruction pushes
 * a value, or takes those on top and pushes what it makes of them. That the program makes sense is
 * the caller's care.
 */
public final class PickleWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Starts a pickle of protocol 2, which every reader knows. */
  public PickleWriter() {
    protocol(2);
  }

  public PickleWriter protocol(int version) {
    return raw(0x80, version);
  }

  /** Any other instruction, by its bytes. */
  public PickleWriter raw(int... bytes) {
    for (int value : bytes) {
      out.write(value);
    }
    return this;
  }

  public PickleWriter text(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    raw('X');
    return littleEndian(utf8.length).bytes(utf8);
  }

  public PickleWriter number(int value) {
    raw('J');
    return littleEndian(value);
  }

  /** A number of 8 bytes. */
  public PickleWriter number(long value) {
    raw(0x8a, Long.BYTES);
    return bytes(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
  }

  public PickleWriter no() {
    return raw(0x89);
  }

  public PickleWriter data(byte[] data) {
    raw('B');
    return littleEndian(data.length).bytes(data);
  }

  /** A class or function by its name. */
  public PickleWriter global(String module, String name) {
    raw('c');
    return bytes((module + "\n" + name + "\n").getBytes(UTF_8));
  }

  /** Where a {@link #tuple} or the {@link #setItems} to come begins. */
  public PickleWriter mark() {
    return raw('(');
  }

  /** All values since the last mark as one. */
  public PickleWriter tuple() {
    return raw('t');
  }

  public PickleWriter tuple(int... numbers) {
    mark();
    for (int number : numbers) {
      number(number);
    }
    return tuple();
  }

  public PickleWriter emptyTuple() {
    return raw(')');
  }

  public PickleWriter dictionary() {
    return raw('}');
  }

  public PickleWriter setItem() {
    return raw('s');
  }

  /** Puts the keys and values since the last mark into the dictionary before it. */
  public PickleWriter setItems() {
    return raw('u');
  }

  /** Calls the function below with the tuple on top. */
  public PickleWriter reduce() {
    return raw('R');
  }

  /** What the reader keeps elsewhere under the id on top. */
  public PickleWriter persistent() {
    return raw('Q');
  }

  public PickleWriter build() {
    return raw('b');
  }

  /** Ends the pickle. */
  public byte[] stop() {
    raw('.');
    return out.toByteArray();
  }

  private PickleWriter littleEndian(int value) {
    return raw(value, value >> 8, value >> 16, value >> 24);
  }

  private PickleWriter bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }
}
