package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.cleanplate.MattingException;

/**
 * What was put into a video file. A writer that reports no error is not yet proof of a good file,
 * so it is opened again and compared before it gets its final name.
 *
 * @param frames how many
 * @param width in pixels
 * @param height in pixels
 * @param alpha whether pixels have alpha
 * @param lastMicros when the last frame is shown, from the first
 * @param soundTracks how many streams of sound
 * @param soundMicros how long the longest of them is, from the first frame
 */
record WrittenVideo(
    long frames,
    int width,
    int height,
    boolean alpha,
    long lastMicros,
    int soundTracks,
    long soundMicros) {

  /** Containers may count in milliseconds. */
  private static final long TIME_TOLERANCE_MICROS = 1_500;

  /** Encoders work in pieces, and containers cut them. */
  private static final long SOUND_TOLERANCE_MICROS = 150_000;

  /**
   * Reads the file through and decodes its first frame.
   *
   * @param name what messages call it
   * @throws IOException if it does not hold this
   */
  void requireIn(Path file, String name) throws IOException {
    try {
      compare(Found.in(file), name);
      if (frames > 0) {
        compareFirstFrame(file, name);
      }
    } catch (MattingException e) {
      throw new IOException(name + " was written but cannot be read again: " + e.getMessage(), e);
    }
  }

  private void compare(Found found, String name) throws IOException {
    require(found.frames == frames, name, found.frames + " frames", frames + "");
    require(
        Math.abs(found.lastMicros - lastMicros) <= TIME_TOLERANCE_MICROS,
        name,
        "a last frame at " + found.lastMicros + " microseconds",
        lastMicros + "");
    require(
        found.soundTracks == soundTracks,
        name,
        found.soundTracks + " streams of sound",
        soundTracks + "");
    require(
        Math.abs(found.soundMicros - soundMicros) <= SOUND_TOLERANCE_MICROS,
        name,
        "sound up to " + found.soundMicros + " microseconds",
        soundMicros + "");
  }

  private void compareFirstFrame(Path file, String name) throws IOException {
    try (VideoDecoder decoder = VideoDecoder.openForPackets(file)) {
      AVFrame first = decoder.next();
      require(first != null, name, "no frame that can be decoded", frames + "");
      require(
          first.width() == width && first.height() == height,
          name,
          "frames of " + first.width() + "x" + first.height(),
          width + "x" + height);
      require(!alpha || PixelFormat.of(first).hasAlpha(), name, "no alpha", "it");
    }
  }

  private static void require(boolean good, String name, String found, String expected)
      throws IOException {
    if (!good) {
      throw new IOException(
          name
              + " was written but read again it has "
              + found
              + ", expected "
              + expected
              + ": check the disk, or choose another kind of video");
    }
  }

  /** What a pass over the packets finds. */
  private static final class Found {
    private long frames;
    private long firstMicros = Long.MAX_VALUE;
    private long lastMicros;
    private int soundTracks;
    private long soundMicros;

    static Found in(Path file) {
      Found found = new Found();
      AVPacket packet = av_packet_alloc();
      try (MediaInput input = MediaInput.open(file);
          AVRational micros = new AVRational().num(1).den(AV_TIME_BASE)) {
        AVFormatContext context = input.context();
        for (int i = 0; i < context.nb_streams(); i++) {
          if (context.streams(i).codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
            found.soundTracks++;
          }
        }
        while (av_read_frame(context, packet) >= 0) {
          found.add(packet, context.streams(packet.stream_index()), micros);
          av_packet_unref(packet);
        }
        found.countFromFirstFrame();
      } finally {
        av_packet_free(packet);
      }
      return found;
    }

    private void add(AVPacket packet, AVStream stream, AVRational micros) {
      if (packet.pts() == AV_NOPTS_VALUE) {
        return;
      }
      long time = av_rescale_q(packet.pts(), stream.time_base(), micros);
      long end = time + av_rescale_q(packet.duration(), stream.time_base(), micros);
      int type = stream.codecpar().codec_type();
      if (type == AVMEDIA_TYPE_VIDEO) {
        frames++;
        firstMicros = Math.min(firstMicros, time);
        lastMicros = Math.max(lastMicros, time);
      } else if (type == AVMEDIA_TYPE_AUDIO) {
        soundMicros = Math.max(soundMicros, end);
      }
    }

    private void countFromFirstFrame() {
      if (frames > 0) {
        lastMicros -= firstMicros;
        soundMicros = soundTracks == 0 ? 0 : Math.max(0, soundMicros - firstMicros);
      }
    }
  }
}
