package org.cleanplate.plate;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;
import org.cleanplate.progress.ProgressListener;

/**
 * Estimates the clean plate of a source whose subject moves: each sample of each pixel is the
 * median over frames spread evenly over the source. It is right wherever the subject covers a pixel
 * in fewer than half of these frames. Of an even number of values the lower middle one is taken, so
 * the plate holds only values that were seen.
 *
 * @param maxFrames how many frames to look at, at least 3; as the distance between them is a whole
 *     number, it can come down to half as many
 * @param budgetBytes memory for these frames; large frames make do with fewer of them, but never
 *     with fewer than 3
 */
public record TemporalMedian(int maxFrames, long budgetBytes) {
  /** Odd, and enough for a noise of a sixth of a single frame's. */
  public static final int DEFAULT_FRAMES = 75;

  /** 512 MiB, or a quarter of the Java heap's limit if that is less. */
  public static final long DEFAULT_BUDGET_BYTES =
      Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 4);

  private static final int FEWEST_FRAMES = 3;

  public TemporalMedian {
    if (maxFrames < FEWEST_FRAMES) {
      throw new MattingException(
          "Number of frames for the median is " + maxFrames + ", expected 3 or more");
    }
  }

  public TemporalMedian() {
    this(DEFAULT_FRAMES, DEFAULT_BUDGET_BYTES);
  }

  /**
   * Reads the source to its end and computes the plate, in parallel by rows.
   *
   * @param source of any layout; left open, at its end
   * @throws MattingException if it has fewer than 3 frames
   * @throws CancellationException if cancelled on the way
   */
  public FixedPlate estimate(
      FrameSource source, ProgressListener progress, Cancellation cancellation) throws IOException {
    List<Frame> samples = sample(source, progress, cancellation);
    if (samples.size() < FEWEST_FRAMES) {
      throw new MattingException(
          "Only "
              + samples.size()
              + " frames of "
              + source.name()
              + " could be looked at, expected at least 3 for a median: choose a picture of the"
              + " scene without its subject");
    }
    Frame plate = Frame.allocate(source.format());
    FrameFormat format = plate.format();
    int rows = format.height() * RowMedian.rowsPerLine(format.layout());
    IntStream.range(0, rows)
        .parallel()
        .forEach(
            row -> {
              cancellation.check();
              RowMedian.compute(samples, plate, row);
            });
    return FixedPlate.fromSource(plate, "median of " + samples.size() + " frames");
  }

  /**
   * Frames at even distances. The distance comes from the estimated length; where the source turns
   * out longer, every second sample is dropped and the distance doubled.
   */
  private List<Frame> sample(
      FrameSource source, ProgressListener progress, Cancellation cancellation) throws IOException {
    long startNanos = System.nanoTime();
    int limit = frameLimit(source.format());
    OptionalLong length = source.frameCountEstimate();
    long distance = Math.max(1, (length.orElse(1) + limit - 1) / limit);
    List<Frame> samples = new ArrayList<>();
    source.skip((distance - 1) / 2);
    long position = (distance - 1) / 2;
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
      source.skip(distance - 1);
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

  /** An odd number, so that dropping every second of one more drops the last one read. */
  private int frameLimit(FrameFormat format) {
    long affordable = Math.min(maxFrames, budgetBytes / format.byteCount());
    return (int) Math.max(FEWEST_FRAMES, affordable % 2 == 0 ? affordable - 1 : affordable);
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
