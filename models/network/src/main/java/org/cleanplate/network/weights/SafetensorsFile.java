package org.cleanplate.network.weights;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.SafetensorsHeader.Entry;

/**
 * A file of the safetensors format: the header's length in 8 bytes, the header as JSON, then the
 * tensors. As the format demands, they lie without overlap and leave no byte unused.
 */
final class SafetensorsFile implements TensorFile {
  /** Bytes that hold the header's length. */
  static final int LENGTH_BYTES = Long.BYTES;

  private static final long LARGEST_HEADER = 16L << 20;

  private final SeekableByteChannel channel;
  private final Map<String, StoredTensor> tensors;
  private final Map<String, String> metadata;

  private SafetensorsFile(
      SeekableByteChannel channel,
      Map<String, StoredTensor> tensors,
      Map<String, String> metadata) {
    this.channel = channel;
    this.tensors = Collections.unmodifiableMap(tensors);
    this.metadata = Collections.unmodifiableMap(metadata);
  }

  /**
   * Reads the header.
   *
   * @param channel the whole file; this object's from now on, on failure too
   * @throws MattingException if the header does not fit the file
   */
  static SafetensorsFile open(SeekableByteChannel channel) throws IOException {
    try {
      return describe(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static SafetensorsFile describe(SeekableByteChannel channel) throws IOException {
    long fileBytes = channel.size();
    long headerBytes =
        fileBytes < LENGTH_BYTES ? -1 : readFully(channel, 0, LENGTH_BYTES).getLong(0);
    if (headerBytes < 0 || headerBytes > Math.min(LARGEST_HEADER, fileBytes - LENGTH_BYTES)) {
      throw new MattingException(
          "it claims a header of "
              + Long.toUnsignedString(headerBytes)
              + " bytes, but the whole file has "
              + fileBytes
              + ": it is cut short or no safetensors file");
    }
    byte[] json = readFully(channel, LENGTH_BYTES, (int) headerBytes).array();
    SafetensorsHeader header = SafetensorsHeader.parse(json);
    long dataStart = LENGTH_BYTES + headerBytes;
    checkOffsets(header, fileBytes - dataStart);
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    header
        .entries()
        .forEach((name, entry) -> tensors.put(name, view(channel, dataStart, name, entry)));
    return new SafetensorsFile(channel, tensors, header.metadata());
  }

  private static void checkOffsets(SafetensorsHeader header, long dataBytes) {
    Comparator<Map.Entry<String, Entry>> byPlace =
        Comparator.<Map.Entry<String, Entry>>comparingLong(e -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end());
    List<Map.Entry<String, Entry>> inFileOrder =
        header.entries().entrySet().stream().sorted(byPlace).toList();
    long expected = 0;
    for (Map.Entry<String, Entry> named : inFileOrder) {
      Entry entry = named.getValue();
      if (entry.begin() != expected || entry.end() < entry.begin() || entry.end() > dataBytes) {
        throw new MattingException(
            "tensor "
                + named.getKey()
                + " claims the bytes "
                + entry.begin()
                + " to "
                + entry.end()
                + ", expected it to start at "
                + expected
                + " and to end within the file's "
                + dataBytes
                + ": the file is cut short or damaged, copy or download it again");
      }
      expected = entry.end();
    }
    if (expected != dataBytes) {
      throw new MattingException(
          "its tensors fill " + expected + " bytes, but the file holds " + dataBytes);
    }
  }

  private static StoredTensor view(
      SeekableByteChannel channel, long dataStart, String name, Entry entry) {
    long bytes = entry.byteCount();
    // A length that is no multiple of the element's size fits no shape: no rounding down.
    long elements = bytes % entry.type().bytes() == 0 ? bytes / entry.type().bytes() : -1;
    try {
      return StoredTensor.contiguous(
          entry.type(),
          entry.shape(),
          elements,
          () -> readFully(channel, dataStart + entry.begin(), Math.toIntExact(bytes)));
    } catch (MattingException e) {
      throw new MattingException("tensor " + name + ": " + e.getMessage(), e);
    }
  }

  private static ByteBuffer readFully(SeekableByteChannel channel, long position, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(position);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException("the file ends at byte " + channel.position());
      }
    }
    return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public Map<String, StoredTensor> tensors() {
    return tensors;
  }

  @Override
  public Map<String, String> metadata() {
    return metadata;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
