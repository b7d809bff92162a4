package org.cleanplate.plate.estimate;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;
import org.cleanplate.progress.ProgressListener;

/**
 * Takes frames at even distances from a source. The distance comes from its estimated length; where
 * the source turns out longer, every second frame is dropped and the distance doubled.
 */
final class FrameSamples {
  private final ProgressListener progress;
  private final Cancellation cancellation;

  FrameSamples(ProgressListener progress, Cancellation cancellation) {
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Reads the source to its end.
   *
   * @param limit how many frames to keep at most, an odd number, so that dropping every second of
   *     one more drops the last one read
   */
  List<Frame> of(FrameSource source, int limit) throws IOException {
    long startNanos = System.nanoTime();
    OptionalLong length = source.frameCountEstimate();
    long distance = Math.max(1, (length.orElse(1) + limit - 1) / limit);
    List<Frame> samples = new ArrayList<>();
    long position = (distance - 1) / 2;
    FrameSkips.skip(source, position, cancellation);
    Frame next = Frame.allocate(source.format());
    while (source.read(next)) {
      cancellation.check();
      samples.add(next);
      position++;
      progress.progress(
          new Progress(
              "Estimating background",
              position,
              length,
              Duration.ofNanos(System.nanoTime() - startNanos)));
      FrameSkips.skip(source, distance - 1, cancellation);
      position += distance - 1;
      if (samples.size() > limit) {
        next = dropEverySecond(samples);
        distance *= 2;
      } else {
        next = Frame.allocate(source.format());
      }
    }
    return samples;
  }

  /** Keeps the 1st, 3rd, 5th ...; returns one of the others to be filled again. */
  private static Frame dropEverySecond(List<Frame> samples) {
    Frame dropped = samples.get(1);
    List<Frame> kept =
        IntStream.range(0, samples.size()).filter(i -> i % 2 == 0).mapToObj(samples::get).toList();
    samples.clear();
    samples.addAll(kept);
    return dropped;
  }
}
