package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_CONFIG_PIX_FORMAT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_supported_config;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT2020;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameFormat;

/** Encodes pictures into packets. Used by one thread. */
final class VideoEncoder implements AutoCloseable {
  private static final String ABSENT = " is not in this FFmpeg";

  private final String doing;
  private final ColorConverter converter = new ColorConverter();
  private AVCodecContext codec;
  private AVPacket packet = av_packet_alloc();

  /** The pixels as the encoder wants them; null if the pictures have them already. */
  private AVFrame encodable;

  private VideoEncoder(String doing) {
    this.doing = doing;
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
    VideoEncoder encoder = new VideoEncoder(doing);
    try {
      encoder.openAny(task);
      encoder.allocate(task.content);
      return encoder;
    } catch (IOException | RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  /**
   * Tries an encoder on several videos at a time.
   *
   * @param contents what each of them shows
   * @return its name and why it does not do them; empty if it does
   */
  static Optional<String> problem(
      EncoderKind kind,
      EncodeOptions options,
      List<VideoContent> contents,
      FrameFormat source,
      double framesPerSecond) {
    List<VideoEncoder> opened = new ArrayList<>();
    try (VideoTimeline timeline = new VideoTimeline(framesPerSecond)) {
      for (VideoContent content : contents) {
        VideoEncoder encoder = new VideoEncoder("Trial");
        opened.add(encoder);
        Task task = Task.of(options, content, source, timeline, true);
        Optional<String> problem = encoder.openOne(kind, task);
        if (problem.isPresent()) {
          return problem;
        }
      }
      return Optional.empty();
    } finally {
      opened.forEach(VideoEncoder::close);
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

  private void openAny(Task task) {
    List<String> failures = new ArrayList<>();
    Optional<String> only = task.options.encoder();
    for (EncoderKind kind : task.options.preset().encoders()) {
      if (only.isPresent() && !only.get().equals(kind.encoder())) {
        continue;
      }
      Optional<String> problem = openOne(kind, task);
      if (problem.isEmpty()) {
        return;
      }
      failures.add(problem.get());
    }
    throw new MattingException(message(task, failures));
  }

  private String message(Task task, List<String> failures) {
    VideoPreset preset = task.options.preset();
    String what =
        failures.stream().allMatch(failure -> failure.endsWith(ABSENT))
            ? " cannot be encoded by this installation"
            : " cannot be encoded at " + task.width + "x" + task.height;
    String advice =
        preset == VideoPreset.H265
            ? "choose preset h264 (mp4), or FFmpeg's GPL build with libx265"
            : "choose another kind of video, such as ffv1 (mkv)";
    return doing
        + ": "
        + preset.title()
        + what
        + " ("
        + String.join("; ", failures)
        + "): "
        + advice;
  }

  /** Opens one encoder; gives its name and the reason if that fails. */
  private Optional<String> openOne(EncoderKind kind, Task task) {
    AVCodec encoder = avcodec_find_encoder_by_name(kind.encoder());
    if (encoder == null || encoder.isNull()) {
      return Optional.of(kind.encoder() + ABSENT);
    }
    OptionalInt pixelFormat = choose(encoder, task.options.preset().pixelFormats(task.content));
    if (pixelFormat.isEmpty()) {
      return Optional.of(kind.encoder() + " does not take these pixels");
    }
    Quality quality = task.options.quality();
    double rate = task.timeline.framesPerSecond();
    codec = avcodec_alloc_context3(encoder);
    codec
        .width(task.width)
        .height(task.height)
        .pix_fmt(pixelFormat.getAsInt())
        .time_base(task.timeline.timeBase())
        .framerate(task.timeline.frameRate())
        .bit_rate(kind.bitsPerSecond(Math.round(task.width * task.height * rate), quality))
        .thread_count(0);
    tagColours(task);
    if (task.globalHeaders) {
      codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
    AVDictionary options = new AVDictionary(null);
    for (Map.Entry<String, String> option : kind.options(quality).entrySet()) {
      av_dict_set(options, option.getKey(), option.getValue(), 0);
    }
    FFmpeg.Attempt attempt = FFmpeg.attempt(() -> avcodec_open2(codec, encoder, options));
    av_dict_free(options);
    if (attempt.failed()) {
      avcodec_free_context(codec);
      codec = null;
      return Optional.of(kind.encoder() + ": " + attempt.reason());
    }
    return Optional.empty();
  }

  private static OptionalInt choose(AVCodec encoder, List<Integer> wanted) {
    try (PointerPointer<IntPointer> list = new PointerPointer<>(1);
        IntPointer count = new IntPointer(1)) {
      int code =
          avcodec_get_supported_config(null, encoder, AV_CODEC_CONFIG_PIX_FORMAT, 0, list, count);
      if (code < 0 || list.get() == null) {
        return OptionalInt.of(wanted.get(0));
      }
      IntPointer supported = list.get(IntPointer.class);
      for (int format : wanted) {
        for (int i = 0; i < count.get(); i++) {
          if (supported.get(i) == format) {
            return OptionalInt.of(format);
          }
        }
      }
      return OptionalInt.empty();
    }
  }

  /** Says how the colours are meant, so that no player has to guess. */
  private void tagColours(Task task) {
    boolean yuv = PixelFormat.of(codec.pix_fmt()).isYuv();
    codec.color_range(yuv ? AVCOL_RANGE_MPEG : AVCOL_RANGE_JPEG);
    boolean gray = task.content.isGray();
    if (gray && !yuv) {
      return;
    }
    ColorTags colors = gray ? ColorTags.BT709 : task.options.colors();
    codec
        .colorspace(yuv ? matrix(task, colors) : AVCOL_SPC_RGB)
        .color_primaries(colors.primaries())
        .color_trc(colors.transfer());
  }

  private static int matrix(Task task, ColorTags colors) {
    return colors.primaries() == AVCOL_PRI_BT2020
        ? AVCOL_SPC_BT2020_NCL
        : ColorConverter.defaultMatrix(task.width, task.height);
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
