package org.cleanplate.output;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cleanplate.MattingException;

/**
 * A file in the making: written under {@code .name.part.ext} beside its target and moved there when
 * whole. The extension stays last because writers choose the format by it.
 *
 * <p>What can be known to fail is refused by {@link #create}, before hours of work: a missing
 * folder, a folder that cannot be written to, a target that is a folder, that a source of this
 * process reads (see {@link InputFiles}) or that another output of it is about to become. Used by
 * one thread.
 */
public final class OutputFile implements AutoCloseable {
  /** Targets of all outputs that are neither moved nor closed yet. */
  private static final Set<Path> IN_THE_MAKING = ConcurrentHashMap.newKeySet();

  private final Path target;
  private final Path temporary;
  private boolean done;

  private OutputFile(Path target, Path temporary) {
    this.target = target;
    this.temporary = temporary;
  }

  /**
   * Creates the temporary file, empty; what a killed run left under that name is replaced.
   *
   * @throws MattingException if the folder does not exist or cannot be written to, or the target
   *     may not be replaced
   */
  public static OutputFile create(Path target) {
    Path absolute = target.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    if (folder == null || Files.isDirectory(absolute)) {
      throw new MattingException(
          "Output " + absolute + " is a folder, expected the name of a file in it");
    }
    requireFolder(folder);
    if (InputFiles.include(absolute)) {
      throw new MattingException(
          "Output "
              + absolute
              + " is the source that is being read, which it would replace: choose another name or"
              + " folder");
    }
    Path temporary = folder.resolve(temporaryName(absolute.getFileName().toString()));
    if (!IN_THE_MAKING.add(absolute)) {
      throw new MattingException(
          "Output " + absolute + " is being written already: give each output a name of its own");
    }
    try {
      Files.deleteIfExists(temporary);
      Files.createFile(temporary);
    } catch (IOException e) {
      IN_THE_MAKING.remove(absolute);
      throw new MattingException(
          "Cannot write to folder "
              + folder
              + " ("
              + reason(e)
              + "): choose an output folder that is writable",
          e);
    }
    return new OutputFile(absolute, temporary);
  }

  /** Where the file shall lie in the end, absolute. */
  public Path target() {
    return target;
  }

  /** Where to write until then. */
  public Path temporary() {
    return temporary;
  }

  /** Gives the file its final name; one that bore it before is replaced. May be called twice. */
  public void moveToTarget() throws IOException {
    if (done) {
      return;
    }
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
    release();
  }

  /** Deletes the temporary file unless it was moved. May be called twice. */
  @Override
  public void close() throws IOException {
    if (!done) {
      release();
      Files.deleteIfExists(temporary);
    }
  }

  private void release() {
    done = true;
    IN_THE_MAKING.remove(target);
  }

  private static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new MattingException(
          Files.exists(folder)
              ? "Output folder " + folder + " is a file, expected a folder"
              : "Output folder " + folder + " does not exist: create it or choose another");
    }
  }

  private static String temporaryName(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0
        ? "." + name.substring(0, dot) + ".part" + name.substring(dot)
        : "." + name + ".part";
  }

  /** File system exceptions often carry nothing but the path; their type is then the reason. */
  private static String reason(IOException e) {
    String type = e.getClass().getSimpleName().replaceAll("Exception$", "");
    String words = type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : words;
  }
}
