package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avutil.MKTAG;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;

/** Writes mattes and sound into a video file, straight under the name given. Used by one thread. */
final class VideoWriter implements AutoCloseable {
  static {
    FFmpeg.init();
  }

  private final VideoContent content;
  private final VideoTimeline timeline;
  private final String doing;
  private VideoContainer container;
  private VideoEncoder encoder;
  private MattePicture picture;
  private Soundtrack sound;
  private AVStream stream;
  private long frames;
  private boolean complete;

  private VideoWriter(VideoContent content, VideoTimeline timeline, String doing) {
    this.content = content;
    this.timeline = timeline;
    this.doing = doing;
  }

  /**
   * Opens the encoder and writes the file's header.
   *
   * @param file written to directly
   * @param name what messages call it
   * @param source the format of the source's frames, of which the size is taken
   * @param timeline taken over
   * @throws org.cleanplate.MattingException if there is no such encoder or it does not take this
   *     size
   */
  static VideoWriter open(
      Path file,
      String name,
      VideoContent content,
      FrameFormat source,
      VideoTimeline timeline,
      EncodeOptions options)
      throws IOException {
    VideoWriter writer = new VideoWriter(content, timeline, "Cannot write " + name);
    try {
      writer.container = new VideoContainer(file, options.preset().muxer(), writer.doing);
      writer.openEncoder(source, options);
      writer.writeHeader(options);
      return writer;
    } catch (IOException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /** Encodes one matte and writes the sound that belongs to it. */
  void write(Matte matte) throws IOException {
    if (frames == 0) {
      sound.startAt(matte.timeMicros());
    }
    frames++;
    long ticks = timeline.next(matte.timeMicros());
    encoder.encode(picture.fill(matte), ticks, timeline.frameTicks(), this::writePacket);
    sound.writeUntil(timeline.endMicros());
  }

  /** Writes what the encoder still holds, the rest of the sound and the file's end. */
  void complete() throws IOException {
    if (complete) {
      return;
    }
    encoder.finish(this::writePacket);
    sound.finish(timeline.endMicros());
    container.complete();
    complete = true;
    // Whoever reads the file again needs memory for that.
    encoder.close();
    picture.close();
  }

  /** What the file must hold now. */
  WrittenVideo written() {
    return new WrittenVideo(
        frames,
        stream.codecpar().width(),
        stream.codecpar().height(),
        content.hasAlpha(),
        timeline.lastMicros(),
        sound.trackCount(),
        sound.writtenMicros());
  }

  /** What the user should know of the file, each without naming it. */
  List<String> notes() {
    return sound.notes();
  }

  private void openEncoder(FrameFormat source, EncodeOptions options) throws IOException {
    VideoEncoder.Task task =
        VideoEncoder.Task.of(options, content, source, timeline, container.wantsGlobalHeaders());
    encoder = VideoEncoder.open(task, doing);
    picture =
        new MattePicture(
            content, encoder.pictureFormat(content), source, task.width(), task.height());
  }

  private void writeHeader(EncodeOptions options) throws IOException {
    stream = container.addStream();
    stream.time_base(timeline.timeBase()).avg_frame_rate(timeline.frameRate());
    FFmpeg.check(avcodec_parameters_from_context(stream.codecpar(), encoder.codec()), doing);
    if (stream.codecpar().codec_id() == AV_CODEC_ID_HEVC) {
      // The one of two names that Apple's players know.
      stream.codecpar().codec_tag(MKTAG((byte) 'h', (byte) 'v', (byte) 'c', (byte) '1'));
    }
    sound = Soundtrack.open(options, container, doing);
    container.comment(options.comment());
    container.writeHeader();
  }

  private void writePacket(AVPacket packet) throws IOException {
    container.write(packet, stream, timeline.timeBase());
  }

  /** Frees all native memory; a file that is not complete stays broken. May be called twice. */
  @Override
  public void close() {
    if (sound != null) {
      sound.close();
    }
    if (picture != null) {
      picture.close();
    }
    if (encoder != null) {
      encoder.close();
    }
    if (container != null) {
      container.close();
    }
    timeline.close();
  }
}
