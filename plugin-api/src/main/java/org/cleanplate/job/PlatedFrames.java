package org.cleanplate.job;

import java.io.IOException;
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
  private long count;

  PlatedFrames(FrameSource source, PlateModel plate, FrameRange range) {
    this.source = source;
    this.plate = plate;
    this.range = range;
  }

  FrameFormat format() {
    return source.format();
  }

  /** How many frames there are, as far as the source knows. */
  OptionalLong expected() {
    OptionalLong all = source.frameCountEstimate();
    return all.isPresent()
        ? OptionalLong.of(Math.max(0, Math.min(all.getAsLong() - range.first(), range.count())))
        : OptionalLong.empty();
  }

  /**
   * Goes to the start of the range and reads.
   *
   * @throws MattingException if there is no frame or the plate does not fit it
   */
  PlatedFrame readFirst(Cancellation cancellation) throws IOException {
    for (long left = range.first(); left > 0; left -= FRAMES_SKIPPED_AT_A_TIME) {
      cancellation.check();
      source.skip(Math.min(left, FRAMES_SKIPPED_AT_A_TIME));
    }
    PlatedFrame first = new PlatedFrame(source.format());
    if (!read(first)) {
      throw new MattingException(
          range.first() == 0
              ? source.name() + " has no frame, expected at least one"
              : "First frame is "
                  + range.first()
                  + " (counted from 0) but "
                  + source.name()
                  + " ends before it: choose an earlier one");
    }
    return first;
  }

  /** Reads the next frame and its plate; false at the end. */
  boolean read(PlatedFrame target) throws IOException {
    if (count == range.count() || !source.read(target.frame())) {
      return false;
    }
    count++;
    target.takePlate(plate);
    return true;
  }
}
