package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameFormat;

/** Encodes pictures into packets. Used by one thread. */
final class VideoEncoder implements AutoCloseable {
  private final String doing;
  private final ColorConverter converter = new ColorConverter();
  private AVCodecContext codec;
  private AVPacket packet = av_packet_alloc();

  /** The pixels as the encoder wants them; null if the pictures have them already. */
  private AVFrame encodable;

  private VideoEncoder(String doing, AVCodecContext codec) {
    this.doing = doing;
    this.codec = codec;
  }

  /**
   * What to encode.
   *
   * @param options how
   * @param content what the pictures show
   * @param width of the pictures, padding included
   * @param height of the pictures, padding included
   * @param timeline their times
   * @param globalHeaders whether the container keeps the encoder's headers
   */
  record Task(
      EncodeOptions options,
      VideoContent content,
      int width,
      int height,
      VideoTimeline timeline,
      boolean globalHeaders) {

    /**
     * Pictures as large as a source's frames, padded to what the preset can hold.
     *
     * @param source the format of the source's frames, of which the size is taken
     */
    static Task of(
        EncodeOptions options,
        VideoContent content,
        FrameFormat source,
        VideoTimeline timeline,
        boolean globalHeaders) {
      int multiple = options.preset().sizeMultiple();
      int width = roundUp(source.width(), multiple);
      int height = roundUp(source.height(), multiple);
      return new Task(options, content, width, height, timeline, globalHeaders);
    }

    private static int roundUp(int size, int multiple) {
      return (size + multiple - 1) / multiple * multiple;
    }
  }

  /** Takes one packet, its times in the timeline's ticks; it is the encoder's again on return. */
  @FunctionalInterface
  interface PacketConsumer {
    void accept(AVPacket packet) throws IOException;
  }

  /**
   * Opens the best encoder that works here.
   *
   * @param doing the start of messages: {@code "Cannot write clip.mp4"}
   * @throws MattingException if there is none or it does not take this size
   */
  static VideoEncoder open(Task task, String doing) throws IOException {
    VideoEncoder encoder = new VideoEncoder(doing, new EncoderOpener(task).openFirst(doing));
    try {
      encoder.allocate(task.content);
      return encoder;
    } catch (IOException | RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  /** Owned by the encoder. */
  AVCodecContext codec() {
    return codec;
  }

  /** Whether pictures of that format are encoded without a conversion. */
  private static boolean isOwn(int encoded, VideoContent content) {
    return !PixelFormat.of(encoded).isYuv()
        && PixelFormat.of(encoded).bits() == PixelFormat.of(content.pixelFormat()).bits();
  }

  /** What the pictures to {@link #encode} must be. */
  int pictureFormat(VideoContent content) {
    return isOwn(codec.pix_fmt(), content) ? codec.pix_fmt() : content.pixelFormat();
  }

  /** Encodes a picture, shown at that tick. */
  void encode(AVFrame picture, long ticks, long durationTicks, PacketConsumer consumer)
      throws IOException {
    AVFrame sent = picture;
    if (encodable != null) {
      FFmpeg.check(av_frame_make_writable(encodable), doing);
      converter.convert(picture, encodable);
      sent = encodable;
    }
    sent.pts(ticks);
    sent.duration(durationTicks);
    FFmpeg.check(avcodec_send_frame(codec, sent), doing);
    drain(consumer);
  }

  /** Gives out what the encoder still holds. */
  void finish(PacketConsumer consumer) throws IOException {
    FFmpeg.check(avcodec_send_frame(codec, null), doing);
    drain(consumer);
  }

  private void allocate(VideoContent content) throws IOException {
    if (isOwn(codec.pix_fmt(), content)) {
      return;
    }
    encodable = FFmpeg.allocatePicture(codec.pix_fmt(), codec.width(), codec.height());
    encodable
        .color_range(codec.color_range())
        .colorspace(codec.colorspace())
        .color_primaries(codec.color_primaries())
        .color_trc(codec.color_trc());
  }

  private void drain(PacketConsumer consumer) throws IOException {
    while (true) {
      int code = avcodec_receive_packet(codec, packet);
      if (code == AVERROR_EAGAIN() || code == AVERROR_EOF) {
        return;
      }
      FFmpeg.check(code, doing);
      consumer.accept(packet);
    }
  }

  /** Frees all native memory. May be called twice. */
  @Override
  public void close() {
    converter.close();
    if (packet != null) {
      av_packet_free(packet);
      packet = null;
    }
    if (encodable != null) {
      av_frame_free(encodable);
      encodable = null;
    }
    if (codec != null) {
      avcodec_free_context(codec);
      codec = null;
    }
  }
}
