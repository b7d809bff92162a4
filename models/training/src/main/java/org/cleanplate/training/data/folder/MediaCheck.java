package org.cleanplate.training.data.folder;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cleanplate.MattingException;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.training.data.image.FloatImage;

/** Looks through the files of data sets for those that cannot be used. */
final class MediaCheck {
  /** Without reduction, as that may hide that sizes differ. */
  private static final int FULL_SIZE = Integer.MAX_VALUE;

  private final ProgressListener progress;
  private final Cancellation cancellation;
  private final long startNanos = System.nanoTime();

  MediaCheck(ProgressListener progress, Cancellation cancellation) {
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * A sentence for each file that is damaged or does not fit its partners.
   *
   * @param onePlate which must be of the size of all
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  List<String> problems(List<MediaSet> sets, Optional<Media> onePlate) {
    List<List<Media>> entries =
        sets.stream().flatMap(set -> set.entries().stream()).map(e -> with(e, onePlate)).toList();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      cancellation.check();
      addProblems(problems, entries.get(i));
      progress.progress(
          new Progress(
              "Checking files",
              i + 1,
              OptionalLong.of(entries.size()),
              Duration.ofNanos(System.nanoTime() - startNanos)));
    }
    return problems.stream().distinct().toList();
  }

  private static List<Media> with(List<Media> entry, Optional<Media> onePlate) {
    List<Media> all = new ArrayList<>(entry);
    onePlate.ifPresent(all::add);
    return all;
  }

  private static void addProblems(List<String> problems, List<Media> entry) {
    Optional<FloatImage> first = Optional.empty();
    for (Media media : entry) {
      try {
        FloatImage image = media.read(0, FULL_SIZE);
        if (first.isPresent() && !sameSize(first.get(), image)) {
          problems.add(
              media.file()
                  + " is "
                  + size(image)
                  + ", but "
                  + entry.get(0).file()
                  + " is "
                  + size(first.get())
                  + ": scale or crop one of them");
        }
        first = first.or(() -> Optional.of(image));
      } catch (MattingException | IOException e) {
        problems.add(e.getMessage());
      }
    }
  }

  private static boolean sameSize(FloatImage one, FloatImage other) {
    return one.width() == other.width() && one.height() == other.height();
  }

  private static String size(FloatImage image) {
    return image.width() + "x" + image.height();
  }
}
