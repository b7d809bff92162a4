package org.cleanplate.job;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.progress.Cancellation;

/** The frames of a range one after the other, each with its clean plate. */
final class PlatedFrames {
  /** Few enough for a video to pass over within a part of a second. */
  private static final long FRAMES_SKIPPED_AT_A_TIME = 32;

  private final FrameSource source;
  private final PlateModel plate;
  private final FrameRange range;
  private final long done;

  /** Frames of the range that lie behind. */
  private long count;

  /** The number of the frame that the source reads next. */
  private long position;

  /**
   * @param done how many frames at the start of the range are not wanted any more
   */
  PlatedFrames(FrameSource source, PlateModel plate, FrameRange range, long done) {
    this.source = source;
    this.plate = plate;
    this.range = range;
    this.done = done;
  }

  FrameFormat format() {
    return source.format();
  }

  /** How many frames are wanted, as far as the source knows. */
  OptionalLong expected() {
    OptionalLong all = source.frameCountEstimate();
    return all.isPresent()
        ? OptionalLong.of(Math.max(0, range.countWithin(all.getAsLong()) - done))
        : OptionalLong.empty();
  }

  /**
   * Goes to the first frame that is wanted and reads it.
   *
   * @return empty if all frames of the range are done
   * @throws MattingException if there is no frame or the plate does not fit it
   */
  Optional<PlatedFrame> readFirst(Cancellation cancellation) throws IOException {
    PlatedFrame first = new PlatedFrame(source.format());
    // A plate that follows the frames has to see those that are done as well.
    count = plate.isFixed() ? done : 0;
    do {
      goToNext(cancellation);
      if (!read(first)) {
        return nothing();
      }
    } while (count <= done);
    return Optional.of(first);
  }

  private Optional<PlatedFrame> nothing() {
    if (done > 0) {
      return Optional.empty();
    }
    throw new MattingException(
        range.first() == 0
            ? source.name() + " has no frame, expected at least one"
            : "First frame is "
                + range.first()
                + " (counted from 0) but "
                + source.name()
                + " ends before it: choose an earlier one");
  }

  private void goToNext(Cancellation cancellation) throws IOException {
    while (position < next()) {
      cancellation.check();
      skip(Math.min(FRAMES_SKIPPED_AT_A_TIME, next() - position));
    }
  }

  private void skip(long frames) throws IOException {
    source.skip(frames);
    position += frames;
  }

  private long next() {
    return range.first() + count * range.step();
  }

  /** Reads the next frame and its plate; false at the end. */
  boolean read(PlatedFrame target) throws IOException {
    if (count == range.count()) {
      return false;
    }
    skip(next() - position);
    if (!source.read(target.frame())) {
      return false;
    }
    position++;
    count++;
    target.takePlate(plate);
    return true;
  }
}
