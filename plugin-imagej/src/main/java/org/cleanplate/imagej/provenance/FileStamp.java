package org.cleanplate.imagej.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The state of a file, or of the files that lie directly in a folder. Whoever changes one of them
 * changes the stamp.
 *
 * @param path absolute
 * @param files how many; 1 for a file
 * @param bytes in all of them
 * @param modified when the last of them was changed
 */
public record FileStamp(Path path, long files, long bytes, Instant modified) {

  /** Reads the state as it is now. */
  public static FileStamp of(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    long bytes = 0;
    Instant modified = Instant.EPOCH;
    List<Path> files = files(absolute);
    for (Path file : files) {
      BasicFileAttributes state = Files.readAttributes(file, BasicFileAttributes.class);
      bytes += state.size();
      Instant changed = state.lastModifiedTime().toInstant();
      modified = changed.isAfter(modified) ? changed : modified;
    }
    return new FileStamp(absolute, files.size(), bytes, modified);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(Files::isRegularFile).toList();
    }
  }
}
