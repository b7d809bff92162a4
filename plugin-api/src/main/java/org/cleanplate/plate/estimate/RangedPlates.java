package org.cleanplate.plate.estimate;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.Samples;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;

/**
 * A plate of its own for each stretch of a long recording, in which the light changes or things are
 * moved. The source is read a second time, one range ahead of the frames at most, so memory does
 * not depend on its length. A last range that is too short for an estimate keeps the plate before
 * it. Used by one thread at a time.
 */
public final class RangedPlates implements PlateModel {
  private final SourceOpener opener;
  private final PlateEstimator estimator;
  private final long rangeFrames;
  private final boolean blended;
  private final Cancellation cancellation;
  private Optional<FrameSource> source = Optional.empty();
  private long position;
  private long ranges;
  private double largestGhostShare;
  private Optional<String> warning = Optional.empty();

  /** The plates of two ranges, that of {@code firstRange} and the one after it. */
  private Optional<PlateEstimate> first = Optional.empty();

  private Optional<PlateEstimate> second = Optional.empty();
  private long firstRange = -1;
  private Frame mixed;
  private Frame spare;

  /**
   * Estimates nothing yet.
   *
   * @param opener opens the frames to learn from, those that are matted
   * @param rangeFrames how many frames share a plate, at least 3
   * @param blended whether a plate changes slowly into the next one, from the middle of its range
   *     to the middle of the next; otherwise from one frame to the next
   */
  public RangedPlates(
      SourceOpener opener,
      PlateEstimator estimator,
      long rangeFrames,
      boolean blended,
      Cancellation cancellation) {
    if (rangeFrames < PlateEstimator.FEWEST_FRAMES) {
      throw new MattingException(
          "Range of a background is " + rangeFrames + " frames, expected 3 or more");
    }
    this.opener = opener;
    this.estimator = estimator;
    this.rangeFrames = rangeFrames;
    this.blended = blended;
    this.cancellation = cancellation;
  }

  @Override
  public String description() {
    return estimator.quantile().key()
        + " of up to "
        + estimator.maxFrames()
        + " frames for each "
        + rangeFrames
        + (blended ? ", blended" : "");
  }

  @Override
  public Frame plateFor(Frame frame) throws IOException {
    if (!blended) {
      moveTo(frame.index() / rangeFrames);
      return require(first, frame).plateFor(frame);
    }
    double place = Math.max(0, (frame.index() + 0.5) / rangeFrames - 0.5);
    long range = (long) place;
    moveTo(range);
    if (second.isEmpty() && place > range) {
      second = estimate(range + 1);
    }
    Frame before = require(first, frame).plateFor(frame);
    return second.isEmpty() ? before : mix(before, second.get().plateFor(frame), place - range);
  }

  private static PlateEstimate require(Optional<PlateEstimate> estimate, Frame frame) {
    return estimate.orElseThrow(
        () ->
            new MattingException(
                "The range of frame "
                    + frame.index()
                    + " has fewer than 3 frames to make a background of: choose a longer range"));
  }

  private void moveTo(long range) throws IOException {
    if (range == firstRange) {
      return;
    }
    Optional<PlateEstimate> next =
        range == firstRange + 1 && second.isPresent() ? second : estimate(range);
    first = next.or(() -> first);
    second = Optional.empty();
    firstRange = range;
  }

  /** Empty if the range has too few frames. */
  private Optional<PlateEstimate> estimate(long range) throws IOException {
    if (source.isEmpty()) {
      source = Optional.of(opener.open());
    }
    long start = range * rangeFrames;
    FrameSkips.skip(source.get(), start - position, cancellation);
    position = start + rangeFrames;
    Optional<PlateEstimate> estimate =
        estimator.estimateRange(
            source.get(), start, rangeFrames, ProgressListener.NONE, cancellation);
    estimate.ifPresent(this::remember);
    return estimate;
  }

  private void remember(PlateEstimate estimate) {
    ranges++;
    if (estimate.ghosts().share() >= largestGhostShare) {
      largestGhostShare = estimate.ghosts().share();
      warning = estimate.warning();
    }
  }

  /** Another object each time, as it is another picture. */
  private Frame mix(Frame before, Frame after, double share) {
    if (spare == null || !spare.format().equals(before.format())) {
      mixed = Frame.allocate(before.format());
      spare = Frame.allocate(before.format());
    }
    Frame target = spare;
    spare = mixed;
    mixed = target;
    target.pixels().put(before.pixels());
    Samples from = Samples.of(before);
    Samples to = Samples.of(after);
    Samples result = Samples.of(target);
    for (int i = 0; i < before.format().width() * before.format().height(); i++) {
      for (int channel = 0; channel < from.channels(); channel++) {
        double start = from.get(i, channel);
        result.set(i, channel, (float) (start + (to.get(i, channel) - start) * share));
      }
    }
    return target;
  }

  @Override
  public List<String> remarks() {
    return warning.stream().toList();
  }

  @Override
  public Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("plate.ranges", Long.toString(ranges));
    properties.put("ghost.share", String.format(Locale.ROOT, "%.4f", largestGhostShare));
    return properties;
  }

  @Override
  public void close() throws IOException {
    if (source.isPresent()) {
      source.get().close();
      source = Optional.empty();
    }
  }
}
