package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_CONFIG_PIX_FORMAT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_supported_config;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT2020;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameFormat;

/** Opens encoders of the library for one video. */
final class EncoderOpener {
  private static final String ABSENT = " is not in this FFmpeg";

  private final VideoEncoder.Task task;

  EncoderOpener(VideoEncoder.Task task) {
    this.task = task;
  }

  /**
   * Opens the first of the preset's encoders that works, or the one that the options name.
   *
   * @param doing the start of messages: {@code "Cannot write clip.mp4"}
   * @return to be freed by the caller
   * @throws MattingException if there is none or it does not take this size
   */
  AVCodecContext openFirst(String doing) {
    List<AVCodecContext> opened = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    Optional<String> only = task.options().encoder();
    for (EncoderKind kind : task.options().preset().encoders()) {
      if (only.isPresent() && !only.get().equals(kind.encoder())) {
        continue;
      }
      Optional<String> problem = open(kind, opened::add);
      if (problem.isEmpty()) {
        return opened.get(0);
      }
      failures.add(problem.get());
    }
    throw new MattingException(doing + ": " + message(failures));
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
    List<AVCodecContext> opened = new ArrayList<>();
    try (VideoTimeline timeline = new VideoTimeline(framesPerSecond)) {
      for (VideoContent content : contents) {
        VideoEncoder.Task task = VideoEncoder.Task.of(options, content, source, timeline, true);
        Optional<String> problem = new EncoderOpener(task).open(kind, opened::add);
        if (problem.isPresent()) {
          return problem;
        }
      }
      return Optional.empty();
    } finally {
      opened.forEach(avcodec::avcodec_free_context);
    }
  }

  private String message(List<String> failures) {
    VideoPreset preset = task.options().preset();
    String what =
        failures.stream().allMatch(failure -> failure.endsWith(ABSENT))
            ? " cannot be encoded by this installation"
            : " cannot be encoded at " + task.width() + "x" + task.height();
    String advice =
        preset == VideoPreset.H265
            ? "choose preset h264 (mp4), or FFmpeg's GPL build with libx265"
            : "choose another kind of video, such as ffv1 (mkv)";
    return preset.title() + what + " (" + String.join("; ", failures) + "): " + advice;
  }

  /**
   * Opens one encoder.
   *
   * @param taker takes it over, to free it
   * @return its name and the reason if that fails
   */
  private Optional<String> open(EncoderKind kind, Consumer<AVCodecContext> taker) {
    AVCodec encoder = avcodec_find_encoder_by_name(kind.encoder());
    if (encoder == null || encoder.isNull()) {
      return Optional.of(kind.encoder() + ABSENT);
    }
    OptionalInt pixelFormat = choose(encoder, task.options().preset().pixelFormats(task.content()));
    if (pixelFormat.isEmpty()) {
      return Optional.of(kind.encoder() + " does not take these pixels");
    }
    AVCodecContext codec = prepare(kind, encoder, pixelFormat.getAsInt());
    AVDictionary options = new AVDictionary(null);
    for (Map.Entry<String, String> option : kind.options(task.options().quality()).entrySet()) {
      av_dict_set(options, option.getKey(), option.getValue(), 0);
    }
    FFmpeg.Attempt attempt = FFmpeg.attempt(() -> avcodec_open2(codec, encoder, options));
    av_dict_free(options);
    if (attempt.failed()) {
      avcodec_free_context(codec);
      return Optional.of(kind.encoder() + ": " + attempt.reason());
    }
    taker.accept(codec);
    return Optional.empty();
  }

  private AVCodecContext prepare(EncoderKind kind, AVCodec encoder, int pixelFormat) {
    double rate = task.timeline().framesPerSecond();
    long pixelsPerSecond = Math.round(task.width() * task.height() * rate);
    AVCodecContext codec = avcodec_alloc_context3(encoder);
    codec
        .width(task.width())
        .height(task.height())
        .pix_fmt(pixelFormat)
        .time_base(task.timeline().timeBase())
        .framerate(task.timeline().frameRate())
        .bit_rate(kind.bitsPerSecond(pixelsPerSecond, task.options().quality()))
        .thread_count(0);
    tagColours(codec);
    if (task.globalHeaders()) {
      codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
    return codec;
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
  private void tagColours(AVCodecContext codec) {
    boolean yuv = PixelFormat.of(codec.pix_fmt()).isYuv();
    codec.color_range(yuv ? AVCOL_RANGE_MPEG : AVCOL_RANGE_JPEG);
    boolean gray = task.content().isGray();
    if (gray && !yuv) {
      return;
    }
    ColorTags colors = gray ? ColorTags.BT709 : task.options().colors();
    codec
        .colorspace(yuv ? matrix(colors) : AVCOL_SPC_RGB)
        .color_primaries(colors.primaries())
        .color_trc(colors.transfer());
  }

  private int matrix(ColorTags colors) {
    return colors.primaries() == AVCOL_PRI_BT2020
        ? AVCOL_SPC_BT2020_NCL
        : ColorConverter.defaultMatrix(task.width(), task.height());
  }
}
