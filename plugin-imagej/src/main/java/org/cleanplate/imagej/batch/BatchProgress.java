package org.cleanplate.imagej.batch;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.cleanplate.progress.Progress;
import org.cleanplate.progress.ProgressListener;

/**
 * How far a batch is, by the sizes of its files: {@code 3/12 walk.mp4: Matting 12/300, 0:42 left;
 * batch 4:10 left}. Files that are skipped take no time and do not count.
 */
final class BatchProgress {
  private final List<Long> sizes;
  private final Consumer<String> status;
  private final DoubleConsumer bar;
  private final long startNanos = System.nanoTime();
  private long doneBytes;
  private long leftBytes;

  /**
   * @param sizes of the files in bytes
   * @param status shows one line
   * @param bar shows a part of the whole, 0..1
   */
  BatchProgress(List<Long> sizes, Consumer<String> status, DoubleConsumer bar) {
    this.sizes = sizes.stream().map(size -> Math.max(1, size)).toList();
    this.status = status;
    this.bar = bar;
    this.leftBytes = this.sizes.stream().mapToLong(Long::longValue).sum();
  }

  /** Shows the progress of one file. */
  ProgressListener of(int index, String name) {
    return progress -> {
      long done = doneBytes + Math.round(progress.fraction() * sizes.get(index));
      Progress whole = whole(done, Duration.ofNanos(System.nanoTime() - startNanos));
      status.accept(
          (index + 1) + "/" + sizes.size() + " " + name + ": " + progress.describe() + left(whole));
      bar.accept(whole.fraction());
    };
  }

  private static String left(Progress whole) {
    return whole
        .remaining()
        .map(left -> String.format("; batch %d:%02d left", left.toMinutes(), left.toSecondsPart()))
        .orElse("");
  }

  private Progress whole(long done, Duration elapsed) {
    return new Progress("", done, OptionalLong.of(doneBytes + leftBytes), elapsed);
  }

  /** A file was worked on and is finished. */
  void finished(int index) {
    doneBytes += sizes.get(index);
    leftBytes -= sizes.get(index);
  }

  /** A file took no time. */
  void skipped(int index) {
    leftBytes -= sizes.get(index);
  }
}
