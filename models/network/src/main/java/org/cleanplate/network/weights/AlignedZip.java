package org.cleanplate.network.weights;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip file whose entries are stored as they are, each from a multiple of 64 bytes on, so that
 * PyTorch can map them into memory. The gaps are filled by an extra field in the entry's header, as
 * PyTorch fills them.
 */
final class AlignedZip implements AutoCloseable {
  private static final int ALIGNMENT = 64;
  private static final int LOCAL_HEADER_BYTES = 30;
  private static final int EXTRA_HEADER_BYTES = 4;

  /** The letters FB. */
  private static final short PADDING_FIELD = 0x4246;

  /**
   * Always the same, so that equal content gives equal bytes; Java notes earlier ones elsewhere.
   */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

  private final ZipOutputStream zip;
  private long position;

  /** Takes over the stream and closes it in the end. */
  AlignedZip(OutputStream out) {
    zip = new ZipOutputStream(out);
    zip.setMethod(ZipOutputStream.STORED);
  }

  /**
   * Adds an entry.
   *
   * @param name of ASCII letters
   */
  void add(String name, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    long headerEnd = position + LOCAL_HEADER_BYTES + name.getBytes(US_ASCII).length;
    byte[] padding = padding(headerEnd);
    entry.setExtra(padding);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
    position = headerEnd + padding.length + content.length;
  }

  private static byte[] padding(long headerEnd) {
    int gap = (int) -(headerEnd + EXTRA_HEADER_BYTES) & ALIGNMENT - 1;
    return ByteBuffer.allocate(EXTRA_HEADER_BYTES + gap)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(PADDING_FIELD)
        .putShort((short) gap)
        .array();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
