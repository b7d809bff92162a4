package org.cleanplate.resume;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanplate.MattingException;

/**
 * The hidden folder beside the results in which a run keeps its chunks, and its journal. It is held
 * by one run at a time. Used by one thread.
 */
public final class WorkFolder implements AutoCloseable {
  private static final String JOURNAL = "journal";

  private final Path path;
  private final Journal journal;
  private final String story;
  private boolean deleted;

  private WorkFolder(Path path, Journal journal, String story) {
    this.path = path;
    this.journal = journal;
    this.story = story;
  }

  /**
   * Opens or makes the folder. What a run of the same identity left there is kept, what another
   * left is deleted.
   *
   * @param results the folder that the results go to; it exists
   * @param stem what the names of all results begin with; no path
   * @throws MattingException if another run holds it, or something else has that name
   */
  public static WorkFolder open(Path results, String stem, RunIdentity identity)
      throws IOException {
    Path path = results.resolve("." + stem + ".cleanplate");
    Path file = path.resolve(JOURNAL);
    requireOwn(path, file);
    Files.createDirectories(path);
    Journal journal = Journal.open(file);
    try {
      Optional<RunIdentity> earlier = journal.read();
      if (earlier.equals(Optional.of(identity))) {
        return new WorkFolder(path, journal, continued(journal.chunks()));
      }
      deleteAllBut(path, file);
      journal.start(identity);
      return new WorkFolder(
          path, journal, earlier.map(other -> startedAnew(identity, other)).orElse(""));
    } catch (IOException | RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  /** Where the chunks are. */
  public Path path() {
    return path;
  }

  /** What became of an earlier run, a sentence; empty if there was none. */
  public Optional<String> story() {
    return story.isEmpty() ? Optional.empty() : Optional.of(story);
  }

  Journal journal() {
    return journal;
  }

  private static String continued(List<long[]> chunks) {
    long frames = chunks.stream().mapToLong(times -> times.length).sum();
    return frames == 0 ? "" : "Continues behind the " + frames + " frames of an unfinished run";
  }

  private static String startedAnew(RunIdentity now, RunIdentity earlier) {
    return "Starts anew: the unfinished run that was found had another "
        + String.join(", ", now.differencesFrom(earlier));
  }

  /** Nothing is ever deleted in a folder that was not made here. */
  private static void requireOwn(Path path, Path file) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    if (!folder || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !isEmpty(path)) {
      throw new MattingException(
          path + " is in the way: it is no working folder of an earlier run; rename or remove it");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void deleteAllBut(Path folder, Path kept) throws IOException {
    List<Path> entries;
    try (Stream<Path> all = Files.walk(folder)) {
      entries = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path entry : entries) {
      if (!entry.equals(kept) && !entry.equals(folder)) {
        Files.deleteIfExists(entry);
      }
    }
  }

  /** Removes the folder: the run is finished, or there is nothing to go on with. */
  void delete() throws IOException {
    Path file = path.resolve(JOURNAL);
    deleteAllBut(path, file);
    journal.close();
    Files.deleteIfExists(file);
    try {
      Files.deleteIfExists(path);
    } catch (DirectoryNotEmptyException e) {
      // Another run has begun in it.
    }
    deleted = true;
  }

  /** Lets go of the folder, and removes it if no whole chunk is in it. */
  public void abandon() throws IOException {
    if (journal.chunks().isEmpty()) {
      delete();
    }
    close();
  }

  /** Lets go of the folder, which stays for a run that continues. May be called twice. */
  @Override
  public void close() throws IOException {
    if (!deleted) {
      journal.close();
    }
  }
}
