package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_STREAM;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * What a file tells of how long a stream of pictures is, none of which is certain.
 *
 * @param input the file
 * @param stream one of its streams
 */
record StreamLength(AVFormatContext input, AVStream stream) {
  /** Of the frames that a duration amounts to: a rate is but an average. */
  private static final double CERTAIN_PART = 0.95;

  /** Frames a second on average, else 0. */
  double framesPerSecond() {
    AVRational average = stream.avg_frame_rate();
    AVRational rate = average.num() > 0 && average.den() > 0 ? average : stream.r_frame_rate();
    return rate.num() > 0 && rate.den() > 0 ? av_q2d(rate) : 0;
  }

  /** What the file says, or its duration times its rate. */
  OptionalLong frameCountEstimate() {
    if (stream.nb_frames() > 0) {
      return OptionalLong.of(stream.nb_frames());
    }
    double seconds =
        stream.duration() > 0
            ? stream.duration() * av_q2d(stream.time_base())
            : input.duration() / (double) AV_TIME_BASE;
    long frames = Math.round(seconds * framesPerSecond());
    return frames > 0 ? OptionalLong.of(frames) : OptionalLong.empty();
  }

  /**
   * The number of frames that a whole file has at least, 0 if that is not known. A file's duration
   * is that of its longest stream, so it tells something of pictures alone only.
   */
  long promisedFrames() {
    if (stream.nb_frames() > 0) {
      return stream.nb_frames();
    }
    boolean told = input.duration_estimation_method() == AVFMT_DURATION_FROM_STREAM;
    double seconds = input.nb_streams() == 1 && told ? input.duration() / (double) AV_TIME_BASE : 0;
    return (long) (CERTAIN_PART * seconds * framesPerSecond());
  }
}
