package org.cleanplate.training.data.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.cleanplate.MattingException;
import org.cleanplate.training.data.image.FloatImage;

/**
 * Files of several folders that belong together because their paths in their folders are the same.
 * Thread-safe.
 */
final class MediaSet implements AutoCloseable {
  private static final int NAMED = 10;

  private final List<List<Media>> entries;
  private final Schedule schedule;

  private MediaSet(List<List<Media>> entries, long seed) {
    this.entries = entries;
    this.schedule =
        new Schedule(entries.stream().map(entry -> entry.get(0).items()).toList(), seed);
  }

  /**
   * Matches folders.
   *
   * @throws MattingException if a file lacks its partner; the message lists them by name
   */
  static MediaSet match(Portion portion, long seed, Path... folders) throws IOException {
    List<MediaTree> trees = new ArrayList<>();
    for (Path folder : folders) {
      trees.add(MediaTree.list(folder));
    }
    requireSameNames(trees);
    List<String> keys = portion.of(List.copyOf(trees.get(0).files().keySet()));
    return new MediaSet(keys.parallelStream().map(key -> open(trees, key)).toList(), seed);
  }

  private static List<Media> open(List<MediaTree> trees, String key) {
    try {
      List<Media> media = new ArrayList<>();
      for (MediaTree tree : trees) {
        media.add(Media.open(tree.files().get(key)));
      }
      requireSameKind(media, trees, key);
      return media;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireSameKind(List<Media> media, List<MediaTree> trees, String key) {
    Class<?> kind = media.get(0).getClass();
    if (media.stream().anyMatch(one -> one.getClass() != kind)) {
      throw new MattingException(
          key
              + " is a video in one and a picture in another of "
              + names(trees)
              + ": make both the same");
    }
  }

  private static void requireSameNames(List<MediaTree> trees) {
    Map<String, Path> first = trees.get(0).files();
    List<String> problems = new ArrayList<>();
    for (MediaTree tree : trees.subList(1, trees.size())) {
      addMissing(problems, first, tree, trees.get(0).name());
      addMissing(problems, tree.files(), trees.get(0), tree.name());
    }
    if (!problems.isEmpty()) {
      throw new MattingException(
          "Files without a partner: "
              + String.join("; ", problems)
              + ". Each needs one of the same path and name (any extension)");
    }
  }

  private static void addMissing(
      List<String> problems, Map<String, Path> wanted, MediaTree tree, String from) {
    TreeSet<String> missing = new TreeSet<>(wanted.keySet());
    missing.removeAll(tree.files().keySet());
    if (!missing.isEmpty()) {
      String listed = String.join(", ", missing.stream().limit(NAMED).toList());
      String more = missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : "";
      problems.add(listed + more + " of " + from + " not in " + tree.name());
    }
  }

  private static String names(List<MediaTree> trees) {
    return String.join(", ", trees.stream().map(MediaTree::name).toList());
  }

  /** How many pictures an epoch has. */
  long items() {
    return schedule.length();
  }

  /**
   * The pictures that belong together at a place in the endless order of all epochs.
   *
   * @throws MattingException if one is damaged or they differ in size
   */
  List<FloatImage> read(long number, int leastSide) throws IOException {
    Schedule.Item item = schedule.at(number);
    List<FloatImage> images = new ArrayList<>();
    for (Media media : entries.get(item.entry())) {
      images.add(media.read(item.index(), leastSide));
      requireSameSize(entries.get(item.entry()), images);
    }
    return images;
  }

  private static void requireSameSize(List<Media> media, List<FloatImage> images) {
    FloatImage first = images.get(0);
    FloatImage latest = images.get(images.size() - 1);
    if (latest.width() != first.width() || latest.height() != first.height()) {
      throw new MattingException(
          media.get(images.size() - 1).file()
              + " is not of the same size as "
              + media.get(0).file()
              + ": scale or crop one of them");
    }
  }

  /** The files that belong together, entry by entry. */
  List<List<Media>> entries() {
    return entries;
  }

  @Override
  public void close() throws IOException {
    for (List<Media> entry : entries) {
      for (Media media : entry) {
        media.close();
      }
    }
  }
}
