package org.cleanplate.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that a source reads. As long as this is open, {@link OutputFile} refuses to become one
 * of them: an output takes its target's place at the end, so the source would be lost. Links are
 * followed, so another name of the same file is refused as well. Thread-safe.
 */
public final class InputFiles implements AutoCloseable {
  /** How many sources of this process read a file. */
  private static final Map<Path, Integer> READERS = new ConcurrentHashMap<>();

  private final List<Path> files;
  private boolean closed;

  private InputFiles(List<Path> files) {
    this.files = files;
  }

  /** Guards files until {@link #close()}. */
  public static InputFiles guard(List<Path> files) {
    InputFiles guarded = new InputFiles(files.stream().map(InputFiles::realPath).toList());
    guarded.files.forEach(file -> READERS.merge(file, 1, Integer::sum));
    return guarded;
  }

  /** Whether a source of this process reads this file. */
  static boolean include(Path file) {
    return READERS.containsKey(realPath(file));
  }

  /** Ends the guard. May be called twice. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      files.forEach(file -> READERS.computeIfPresent(file, (f, n) -> n == 1 ? null : n - 1));
    }
  }

  private static Path realPath(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      // What does not exist has no other name.
      return file.toAbsolutePath().normalize();
    }
  }
}
