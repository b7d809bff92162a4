package org.cleanplate.engine.ort;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.cleanplate.network.weights.WholeFile;

/**
 * Native libraries of a jar, unpacked into a folder that outlives the JVM: unpacking the ones for
 * CUDA takes ten seconds at each start. A file is used only if its length and checksum are those
 * that the jar tells, else it is unpacked anew; sets that nobody used for long are deleted.
 */
final class NativeCache {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path root;

  /**
   * @param root holds a folder for each set of libraries; made when it is needed
   */
  NativeCache(Path root) {
    this.root = root;
  }

  /**
   * The folder that holds the libraries.
   *
   * @param finder finds a resource, or gives null as {@link Class#getResource} does
   * @param name how the folder's name begins; a checksum follows
   * @param resources the first must be there; of the others those that are
   * @return empty if the first lies in no jar, or the files cannot be written
   */
  Optional<Path> unpacked(Function<String, URL> finder, String name, List<String> resources) {
    try {
      Optional<JarURLConnection> first = connection(finder, resources.get(0));
      if (first.isEmpty()) {
        return Optional.empty();
      }
      String digest = Long.toHexString(first.get().getJarEntry().getCrc());
      Path folder = Files.createDirectories(root.resolve(name + "-" + digest));
      for (String resource : resources) {
        Optional<JarURLConnection> present = connection(finder, resource);
        if (present.isPresent()) {
          unpack(present.get(), folder.resolve(fileName(resource)));
        }
      }
      Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
      return Optional.of(folder);
    } catch (IOException | UncheckedIOException e) {
      // It is only a cache: the runtime then unpacks for itself.
      return Optional.empty();
    }
  }

  private static Optional<JarURLConnection> connection(
      Function<String, URL> finder, String resource) throws IOException {
    URL url = finder.apply(resource);
    return url != null && url.openConnection() instanceof JarURLConnection jar
        ? Optional.of(jar)
        : Optional.empty();
  }

  private static String fileName(String resource) {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }

  private void unpack(JarURLConnection packed, Path file) throws IOException {
    JarEntry entry = packed.getJarEntry();
    if (isWhole(file, entry)) {
      return;
    }
    WholeFile.write(
        file,
        temporary -> {
          try (InputStream in = packed.getInputStream()) {
            Files.copy(in, temporary);
          }
        });
    UnusedFolders.delete(root);
  }

  private static boolean isWhole(Path file, JarEntry entry) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == entry.getSize()
        && checksum(file) == entry.getCrc();
  }

  private static long checksum(Path file) throws IOException {
    CRC32 checksum = new CRC32();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
      while (in.read(buffer) >= 0) {
        // Only the checksum is wanted.
      }
    }
    return checksum.getValue();
  }
}
