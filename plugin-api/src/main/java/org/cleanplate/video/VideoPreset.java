package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_P010;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P10;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P10;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA444P10;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cleanplate.MattingException;

/** The kinds of video that can be written. */
public enum VideoPreset {
  /**
   * For players and the web: near-transparent quality, no alpha. Its chroma is halved, so frames of
   * odd size are padded by their last column and row to an even one.
   */
  H264(
      "H.264",
      "mp4",
      List.of("mp4", "m4v"),
      "aac",
      EncoderKind.X264,
      EncoderKind.OPENH264,
      EncoderKind.H264_VIDEOTOOLBOX,
      EncoderKind.H264_MEDIA_FOUNDATION,
      EncoderKind.H264_NVENC,
      EncoderKind.H264_QSV) {
    @Override
    List<Integer> pixelFormats(VideoContent content) {
      return List.of(AV_PIX_FMT_YUV420P, AV_PIX_FMT_NV12);
    }
  },
  /** As {@link #H264} in about half the bytes; 10 bits for deep content. */
  H265(
      "H.265",
      "mp4",
      List.of("mp4", "m4v"),
      "aac",
      EncoderKind.X265,
      EncoderKind.HEVC_VIDEOTOOLBOX,
      EncoderKind.HEVC_MEDIA_FOUNDATION,
      EncoderKind.HEVC_NVENC,
      EncoderKind.HEVC_QSV) {
    @Override
    List<Integer> pixelFormats(VideoContent content) {
      return content.isDeep()
          ? List.of(AV_PIX_FMT_YUV420P10, AV_PIX_FMT_P010)
          : List.of(AV_PIX_FMT_YUV420P, AV_PIX_FMT_NV12);
    }
  },
  /** For editing: 10 bits, full chroma, with alpha for cut-outs. */
  PRORES("ProRes 4444", "mov", List.of("mov"), "pcm_s16le", EncoderKind.PRORES) {
    @Override
    List<Integer> pixelFormats(VideoContent content) {
      return List.of(content.hasAlpha() ? AV_PIX_FMT_YUVA444P10 : AV_PIX_FMT_YUV444P10);
    }
  },
  /** Lossless, bit by bit: grey for alpha, RGB, with alpha for cut-outs, 8 or 16 bits. */
  FFV1("FFV1", "matroska", List.of("mkv"), "flac", EncoderKind.FFV1) {
    @Override
    List<Integer> pixelFormats(VideoContent content) {
      boolean opaqueColour = !content.isDeep() && !content.isGray() && !content.hasAlpha();
      return List.of(opaqueColour ? AV_PIX_FMT_BGR0 : content.pixelFormat());
    }
  },
  /** For the web with alpha: small, slow to write, chroma halved. */
  VP9("VP9", "webm", List.of("webm"), "libopus", EncoderKind.VP9) {
    @Override
    List<Integer> pixelFormats(VideoContent content) {
      return List.of(content.hasAlpha() ? AV_PIX_FMT_YUVA420P : AV_PIX_FMT_YUV420P);
    }
  };

  private final String title;
  private final String muxer;
  private final List<String> extensions;
  private final String soundEncoder;
  private final List<EncoderKind> encoders;

  VideoPreset(
      String title,
      String muxer,
      List<String> extensions,
      String soundEncoder,
      EncoderKind... encoders) {
    this.title = title;
    this.muxer = muxer;
    this.extensions = extensions;
    this.soundEncoder = soundEncoder;
    this.encoders = List.of(encoders);
  }

  /**
   * The usual preset of a file to be written, by its extension.
   *
   * @throws MattingException if the extension is not known
   */
  public static VideoPreset forFile(Path file) {
    String name = file.getFileName().toString();
    return usualFor(extension(name))
        .orElseThrow(
            () ->
                new MattingException(
                    "Video "
                        + name
                        + " has no extension that can be written, expected one of "
                        + list(
                            Arrays.stream(values())
                                .filter(p -> usualFor(p.extension()).equals(Optional.of(p)))
                                .toList())));
  }

  private static Optional<VideoPreset> usualFor(String extension) {
    return Arrays.stream(values())
        .filter(preset -> preset.extensions.contains(extension))
        .findFirst();
  }

  /** The word for it in macros: {@code h264}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name that people know it by. */
  public String title() {
    return title;
  }

  /** The usual file name extension, without the dot. */
  public String extension() {
    return extensions.get(0);
  }

  /** Whether a cut-out can be kept. */
  public boolean holdsAlpha() {
    return this != H264 && this != H265;
  }

  /** Whether more than 8 bits a sample can be kept. */
  public boolean holdsDeepPixels() {
    return this == PRORES || this == FFV1 || this == H265;
  }

  /** Whether there is a {@link Quality} to choose. */
  public boolean hasQuality() {
    return this == H264 || this == H265 || this == VP9;
  }

  /** Whether hardware may encode it, on machines that have such. */
  public boolean hasHardwareEncoder() {
    return encoders.stream().anyMatch(EncoderKind::isHardware);
  }

  /** What this preset stores a content as, the best first. */
  abstract List<Integer> pixelFormats(VideoContent content);

  /** Width and height must be multiples of this. */
  int sizeMultiple() {
    return this == H264 || this == H265 ? 2 : 1;
  }

  String muxer() {
    return muxer;
  }

  /** What sound is encoded with that the container cannot hold as it is. */
  String soundEncoder() {
    return soundEncoder;
  }

  /** The encoders to try, the best first. */
  List<EncoderKind> encoders() {
    return encoders;
  }

  /**
   * Checks a file to be written.
   *
   * @throws MattingException if its extension belongs to another preset, or the content does not
   *     fit in
   */
  void requireFits(Path file, VideoContent content) {
    String name = file.getFileName().toString();
    if (!extensions.contains(extension(name))) {
      throw new MattingException(
          "Video " + name + " is to be " + title + ", expected the extension ." + extension());
    }
    if (content.hasAlpha() && !holdsAlpha()) {
      List<VideoPreset> others = Arrays.stream(values()).filter(VideoPreset::holdsAlpha).toList();
      throw new MattingException(
          title + " holds no alpha, so " + name + " cannot be a cut-out: use " + list(others));
    }
    if (content.isDeep() && !holdsDeepPixels()) {
      List<VideoPreset> others =
          Arrays.stream(values()).filter(VideoPreset::holdsDeepPixels).toList();
      throw new MattingException(
          title
              + " holds 8 bits a sample, so "
              + name
              + " cannot have 16: use "
              + list(others)
              + ", or 8 bits");
    }
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String list(List<VideoPreset> presets) {
    return presets.stream()
        .map(preset -> "." + preset.extension() + " (" + preset.title + ")")
        .collect(Collectors.joining(", "));
  }
}
