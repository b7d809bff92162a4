package org.cleanplate.imagej.run;

import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.StretchChoice;
import org.cleanplate.job.FrameRange;
import org.cleanplate.video.VideoIndex;

/** Finds the frames of a stretch of a video. */
final class VideoStretch {
  private static final double MICROS_PER_SECOND = 1e6;

  private VideoStretch() {}

  /**
   * The frames by their numbers.
   *
   * @param video with its index, in which times are looked up, if the choice has any
   * @throws MattingException if there is no frame in the stretch
   */
  static FrameRange of(StretchChoice choice, VideoInput video) {
    long count = choice.frames().isPresent() ? choice.frames().getAsInt() : FrameRange.ALL.count();
    if (!choice.isTimed()) {
      return new FrameRange(choice.first() - 1L, count, choice.step());
    }
    VideoIndex index = video.index().orElseThrow();
    long first = first(choice, index);
    long length = (end(choice, index, first) - first + choice.step() - 1) / choice.step();
    if (length < 1) {
      throw new MattingException("There is no frame in that stretch of the video: make it longer");
    }
    return new FrameRange(first, Math.min(count, length), choice.step());
  }

  private static int first(StretchChoice choice, VideoIndex index) {
    int first =
        choice.fromSeconds().isPresent()
            ? index.firstAtOrAfter(micros(choice.fromSeconds().getAsDouble()))
            : choice.first() - 1;
    if (first >= index.frameCount()) {
      throw new MattingException(
          "The stretch begins behind the last frame, which is frame "
              + index.frameCount()
              + " at "
              + index.timeMicros(index.frameCount() - 1) / MICROS_PER_SECOND
              + " seconds: choose an earlier start");
    }
    return first;
  }

  private static long end(StretchChoice choice, VideoIndex index, long first) {
    long end =
        choice.toSeconds().isPresent()
            ? index.firstAtOrAfter(micros(choice.toSeconds().getAsDouble()))
            : index.frameCount();
    if (choice.proxySeconds().isEmpty()) {
      return end;
    }
    long start = index.timeMicros((int) first);
    return Math.min(end, index.firstAtOrAfter(start + micros(choice.proxySeconds().getAsDouble())));
  }

  private static long micros(double seconds) {
    return Math.round(seconds * MICROS_PER_SECOND);
  }
}
