package org.cleanplate.network.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.cleanplate.MattingException;

/**
 * A zip file from anywhere: read in memory, never unpacked, and no entry larger than its compressed
 * bytes can stand for.
 */
final class BoundedZip implements AutoCloseable {
  /** What the deflate method reaches at its best, 1032 to 1, and some for headers. */
  private static final long BEST_COMPRESSION = 1032;

  private static final long SMALL_ENTRY = 4096;

  private final ZipFile zip;
  private final Map<String, ZipEntry> entries;

  private BoundedZip(ZipFile zip, Map<String, ZipEntry> entries) {
    this.zip = zip;
    this.entries = entries;
  }

  /**
   * Reads the table of contents.
   *
   * @throws MattingException if the file is cut short, or an entry is there twice, or claims a size
   *     or a place that no checkpoint has
   */
  static BoundedZip open(Path file) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new MattingException(
          "its table of contents is missing or damaged ("
              + e.getMessage()
              + "): the file is cut short, copy or download it again",
          e);
    }
    try {
      return new BoundedZip(zip, contents(zip, Files.size(file)));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static Map<String, ZipEntry> contents(ZipFile zip, long fileBytes) {
    Map<String, ZipEntry> contents = new LinkedHashMap<>();
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      String name = entry.getName();
      if (name.startsWith("/") || name.contains("..") || name.contains("\\")) {
        throw new MattingException(
            "it holds an entry \"" + name + "\", which points outside of it");
      }
      long bound = entry.getCompressedSize() * BEST_COMPRESSION + SMALL_ENTRY;
      if (entry.getCompressedSize() > fileBytes || entry.getSize() > bound) {
        throw new MattingException(
            "its entry "
                + name
                + " claims "
                + entry.getSize()
                + " bytes, more than its "
                + entry.getCompressedSize()
                + " compressed ones can hold");
      }
      if (contents.put(name, entry) != null) {
        throw new MattingException("it holds the entry " + name + " twice");
      }
    }
    return contents;
  }

  Set<String> names() {
    return entries.keySet();
  }

  /** The size of an entry as the table of contents has it; -1 if there is no such entry. */
  long size(String name) {
    ZipEntry entry = entries.get(name);
    return entry == null ? -1 : entry.getSize();
  }

  /**
   * The bytes of an entry that {@link #names} has.
   *
   * @throws MattingException if it is larger than the limit, or not of the size it claims
   */
  ByteBuffer read(String name, long limit) throws IOException {
    ZipEntry entry = entries.get(name);
    if (entry.getSize() > limit) {
      throw new MattingException(
          "its entry " + name + " has " + entry.getSize() + " bytes, expected at most " + limit);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) entry.getSize());
      if (bytes.length != entry.getSize() || in.read() >= 0) {
        throw new MattingException(
            "its entry " + name + " is not of the " + entry.getSize() + " bytes it claims");
      }
      return ByteBuffer.wrap(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
