package org.cleanplate.plate.estimate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.SampleRange;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;

/**
 * Estimates the clean plate of a source whose subject moves: each sample of each pixel is a
 * quantile of its values in frames spread evenly over the source. The same values tell where the
 * estimate is in doubt.
 *
 * @param quantile which of the values
 * @param maxFrames how many frames to look at, at least 3; as the distance between them is a whole
 *     number, it can come down to half as many
 * @param budgetBytes memory for these frames; large frames make do with fewer of them, but never
 *     with fewer than 3
 * @param exclusion what not to learn from
 */
public record PlateEstimator(
    Quantile quantile, int maxFrames, long budgetBytes, Exclusion exclusion) {
  /** Odd, and enough for a median's noise of a sixth of a single frame's. */
  public static final int DEFAULT_FRAMES = 75;

  /** 512 MiB, or a quarter of the Java heap's limit if that is less. */
  public static final long DEFAULT_BUDGET_BYTES =
      Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 4);

  static final int FEWEST_FRAMES = 3;

  public PlateEstimator {
    if (maxFrames < FEWEST_FRAMES) {
      throw new MattingException(
          "Number of frames for the "
              + quantile.key()
              + " is "
              + maxFrames
              + ", expected 3 or more");
    }
  }

  /** The median of the default number of frames. */
  public PlateEstimator() {
    this(Quantile.MEDIAN, DEFAULT_FRAMES, DEFAULT_BUDGET_BYTES, Exclusion.NONE);
  }

  /**
   * Reads the source to its end and computes the plate, in parallel by rows.
   *
   * @param source of any layout; left open, at its end
   * @throws MattingException if it has fewer than 3 frames
   * @throws CancellationException if cancelled on the way
   */
  public PlateEstimate estimate(
      FrameSource source, ProgressListener progress, Cancellation cancellation) throws IOException {
    int limit = frameLimit(source.format());
    List<Frame> samples = new FrameSamples(progress, cancellation).of(source, limit);
    if (samples.size() < FEWEST_FRAMES) {
      throw new MattingException(
          "Only "
              + samples.size()
              + " frames of "
              + source.name()
              + " could be looked at, expected at least 3 for a "
              + quantile.key()
              + ": choose a picture of the scene without its subject");
    }
    return of(samples, cancellation);
  }

  /**
   * Estimates a plate for each stretch of a source. A last one of fewer than 3 frames is left out.
   *
   * @param rangeFrames the length of a stretch
   * @throws MattingException if there is no stretch of 3 frames
   */
  public List<PlateEstimate> estimateEach(
      FrameSource source, long rangeFrames, ProgressListener progress, Cancellation cancellation)
      throws IOException {
    List<PlateEstimate> estimates = new ArrayList<>();
    long start = 0;
    Optional<PlateEstimate> next;
    do {
      next = estimateRange(source, start, rangeFrames, progress, cancellation);
      next.ifPresent(estimates::add);
      start += rangeFrames;
    } while (next.isPresent());
    if (estimates.isEmpty()) {
      throw new MattingException(
          "No range of "
              + rangeFrames
              + " frames of "
              + source.name()
              + " has 3 frames to make a background of: choose a longer range");
    }
    return estimates;
  }

  /**
   * The estimate from the next frames of a source, which is then behind them.
   *
   * @param start the number of the source's next frame
   * @return empty if fewer than 3 are left
   */
  Optional<PlateEstimate> estimateRange(
      FrameSource source,
      long start,
      long rangeFrames,
      ProgressListener progress,
      Cancellation cancellation)
      throws IOException {
    SourceWindow window = new SourceWindow(source, start, rangeFrames);
    int limit = frameLimit(source.format());
    List<Frame> samples = new FrameSamples(progress, cancellation).of(window, limit);
    FrameSkips.skip(window, rangeFrames, cancellation);
    return samples.size() < FEWEST_FRAMES
        ? Optional.empty()
        : Optional.of(of(samples, cancellation));
  }

  /** The estimate from frames of one format, at least one. */
  PlateEstimate of(List<Frame> samples, Cancellation cancellation) {
    FrameFormat format = samples.get(0).format();
    Frame plate = Frame.allocate(format);
    plate.pixels().put(samples.get(0).pixels());
    float[] doubt = new float[format.width() * format.height()];
    double white = SampleRange.of(plate).range();
    IntStream.range(0, format.height())
        .parallel()
        .forEach(
            row -> {
              cancellation.check();
              new RowEstimate(samples, quantile, exclusion, white).compute(plate, doubt, row);
            });
    String description = quantile.key() + " of " + samples.size() + " frames";
    if (samples.stream().allMatch(frame -> exclusion.holdsIn(frame.index()))) {
      HoleFill.fill(plate, exclusion.pixels());
      description += ", excluded pixels filled from around them";
    }
    GhostMap ghosts = new GhostMap(format.width(), format.height(), doubt);
    return new PlateEstimate(
        FixedPlate.fromSource(plate, description), ghosts, Ghosts.find(ghosts, plate, samples));
  }

  /** An odd number. */
  int frameLimit(FrameFormat format) {
    long affordable = Math.min(maxFrames, budgetBytes / format.byteCount());
    return (int) Math.max(FEWEST_FRAMES, affordable % 2 == 0 ? affordable - 1 : affordable);
  }
}
