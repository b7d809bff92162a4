package org.cleanplate.imagej.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cleanplate.network.weights.WholeFile;

/**
 * A folder that is filled under another name and gets its own when all is in it. Closing it deletes
 * what was not finished, and so does the next attempt after a run that was killed.
 */
final class FolderInMaking implements AutoCloseable {
  private final Path target;
  private final Path part;

  FolderInMaking(Path target) throws IOException {
    this.target = target;
    this.part = target.resolveSibling("." + target.getFileName() + ".part");
    delete(part);
    Files.createDirectories(part);
  }

  /** Where to write until it is finished. */
  Path part() {
    return part;
  }

  /**
   * Gives the folder its name, unless there is one already that must stay.
   *
   * @param replacing whether one that holds something else is replaced
   * @return whether the folder now holds what was made: no if it held something else before, which
   *     is left as it is
   */
  boolean finish(boolean replacing) throws IOException {
    if (Files.exists(target)) {
      if (sameFiles(part, target) || !replacing) {
        return sameFiles(part, target);
      }
      delete(target);
    }
    WholeFile.move(part, target);
    return true;
  }

  private static boolean sameFiles(Path one, Path other) throws IOException {
    Set<Path> files = files(one);
    if (!files.equals(files(other))) {
      return false;
    }
    for (Path file : files) {
      if (Files.mismatch(one.resolve(file), other.resolve(file)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static Set<Path> files(Path folder) throws IOException {
    Set<Path> files = new TreeSet<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(Files::isRegularFile).map(folder::relativize).forEach(files::add);
    }
    return files;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.sorted(Comparator.reverseOrder()).forEach(FolderInMaking::deleteOne);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    delete(part);
  }
}
