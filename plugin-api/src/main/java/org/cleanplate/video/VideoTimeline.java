package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.av_d2q;

import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Turns microseconds into a video's own ticks, counted from its first frame. The ticks are finer
 * than a microsecond and divide the frame duration, so a steady rhythm stays exactly steady (29.97
 * frames a second have no whole number of microseconds) and any other time is kept to a
 * microsecond. Where the frames' times do not advance, they follow each other at the frame rate.
 */
final class VideoTimeline implements AutoCloseable {
  /** For sources without a rhythm. */
  static final double DEFAULT_FRAMES_PER_SECOND = 25;

  private static final int MICROS_PER_SECOND = 1_000_000;

  /** Denominators up to 1001, of the NTSC rates. */
  private static final int LARGEST_RATE_TERM = 240_000;

  private final AVRational frameRate;
  private final AVRational timeBase;
  private final boolean steady;
  private long firstMicros;
  private long lastTicks = -1;

  /**
   * A timeline.
   *
   * @param framesPerSecond the source's rhythm; 0 if it has none: its times are then ignored
   */
  VideoTimeline(double framesPerSecond) {
    steady = !(framesPerSecond > 0);
    frameRate = av_d2q(steady ? DEFAULT_FRAMES_PER_SECOND : framesPerSecond, LARGEST_RATE_TERM);
    int factor = Math.max(1, (MICROS_PER_SECOND + frameRate.num() - 1) / frameRate.num());
    timeBase = new AVRational().num(1).den(factor * frameRate.num());
  }

  /** Owned by the timeline. */
  AVRational timeBase() {
    return timeBase;
  }

  /** Owned by the timeline. */
  AVRational frameRate() {
    return frameRate;
  }

  double framesPerSecond() {
    return (double) frameRate.num() / frameRate.den();
  }

  /** How long a frame lasts in a steady rhythm. */
  long frameTicks() {
    return (long) timeBase.den() / frameRate.num() * frameRate.den();
  }

  /** When a tick is, in microseconds from the first frame. */
  long micros(long ticks) {
    return Math.round(ticks * (double) MICROS_PER_SECOND / timeBase.den());
  }

  /** When the latest frame is shown, in microseconds from the first. */
  long lastMicros() {
    return micros(Math.max(0, lastTicks));
  }

  /** When the latest frame ends, in microseconds from the first; 0 if there is none. */
  long endMicros() {
    return lastTicks < 0 ? 0 : micros(lastTicks + frameTicks());
  }

  /** The ticks of the next frame, always above those before. */
  long next(long timeMicros) {
    if (lastTicks < 0) {
      firstMicros = timeMicros;
      lastTicks = 0;
      return 0;
    }
    long ticks =
        Math.round((timeMicros - firstMicros) * (double) timeBase.den() / MICROS_PER_SECOND);
    lastTicks = steady || ticks <= lastTicks ? lastTicks + frameTicks() : ticks;
    return lastTicks;
  }

  @Override
  public void close() {
    frameRate.close();
    timeBase.close();
  }
}
