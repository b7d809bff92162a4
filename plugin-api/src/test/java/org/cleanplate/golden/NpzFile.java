package org.cleanplate.golden;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** NumPy's {@code .npz}: a zip of arrays, each read when it is asked for. */
public final class NpzFile implements AutoCloseable {
  /** More than any reference array takes; a larger entry is refused before it is read. */
  static final long MAX_ENTRY_BYTES = 256L << 20;

  private static final String SUFFIX = ".npy";

  private final Path file;
  private final ZipFile zip;

  private NpzFile(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  public static NpzFile open(Path file) throws IOException {
    return new NpzFile(file, new ZipFile(file.toFile()));
  }

  /** The arrays' names. */
  public Set<String> names() {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(SUFFIX))
        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  public boolean has(String name) {
    return zip.getEntry(name + SUFFIX) != null;
  }

  /**
   * Reads an array.
   *
   * @throws IOException if there is none of that name, or it cannot be read
   */
  public NpyArray get(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name + SUFFIX);
    if (entry == null) {
      throw new IOException(file + " has no array \"" + name + "\", only " + names());
    }
    long declaredBytes = entry.getSize();
    if (declaredBytes < 0 || declaredBytes > MAX_ENTRY_BYTES) {
      throw new IOException(
          file + ": " + name + " claims " + declaredBytes + " bytes, at most " + MAX_ENTRY_BYTES);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return NpyArray.parse(file.getFileName() + ": " + name, in.readNBytes((int) declaredBytes));
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
