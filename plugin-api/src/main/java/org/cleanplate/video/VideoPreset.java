package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P10;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA444P10;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cleanplate.MattingException;
import org.cleanplate.network.graph.Layer;

/** The kinds of video that can be written, each chosen by the extension of the file. */
public enum VideoPreset {
  /**
   * For players and the web: near-transparent quality, no alpha. Its chroma is halved, so frames of
   * odd size are padded by their last column and row to an even one.
   */
  H264("H.264", "mp4", List.of("mp4", "m4v"), "libopenh264") {
    @Override
    int pixelFormat(Layer layer) {
      return AV_PIX_FMT_YUV420P;
    }

    /** Quantisers of 18 and less are hard to tell from the original. */
    @Override
    Map<String, String> options() {
      return Map.of("rc_mode", "quality", "profile", "high", "qmin", "4", "qmax", "16", "g", "60");
    }

    @Override
    long bitsPerSecond(int width, int height, double framesPerSecond) {
      return Math.round(Math.min(MAX_BITS_PER_SECOND, width * height * framesPerSecond));
    }
  },
  /** For editing: 10 bits, full chroma, with alpha for cut-outs. */
  PRORES_4444("ProRes 4444", "mov", List.of("mov"), "prores_ks") {
    @Override
    int pixelFormat(Layer layer) {
      return layer == Layer.CUTOUT_8 ? AV_PIX_FMT_YUVA444P10 : AV_PIX_FMT_YUV444P10;
    }

    @Override
    Map<String, String> options() {
      return Map.of("profile", "4444", "alpha_bits", "16", "vendor", "apl0");
    }
  },
  /** Lossless, bit by bit: grey for alpha, RGB, with alpha for cut-outs. */
  FFV1("FFV1", "matroska", List.of("mkv"), "ffv1") {
    @Override
    int pixelFormat(Layer layer) {
      return switch (layer) {
        case ALPHA_8 -> AV_PIX_FMT_GRAY8;
        case CUTOUT_8 -> AV_PIX_FMT_BGRA;
        default -> AV_PIX_FMT_BGR0;
      };
    }

    @Override
    Map<String, String> options() {
      return Map.of("level", "3", "slices", "4", "slicecrc", "1", "g", "1");
    }
  },
  /** For the web with alpha: small, slow to write, chroma halved. */
  VP9("VP9", "webm", List.of("webm"), "libvpx-vp9") {
    @Override
    int pixelFormat(Layer layer) {
      return layer == Layer.CUTOUT_8 ? AV_PIX_FMT_YUVA420P : AV_PIX_FMT_YUV420P;
    }

    @Override
    Map<String, String> options() {
      return Map.of(
          "crf", "12", "deadline", "good", "cpu-used", "4", "row-mt", "1", "auto-alt-ref", "0");
    }
  };

  /** What level 5.2 allows at high profile. */
  private static final double MAX_BITS_PER_SECOND = 240e6;

  private final String title;
  private final String muxer;
  private final List<String> extensions;
  private final String encoder;

  VideoPreset(String title, String muxer, List<String> extensions, String encoder) {
    this.title = title;
    this.muxer = muxer;
    this.extensions = extensions;
    this.encoder = encoder;
  }

  /**
   * The preset of a file to be written, by its extension.
   *
   * @throws MattingException if the extension is not known, or the preset cannot hold the layer
   */
  public static VideoPreset forFile(Path file, Layer layer) {
    VideoPreset preset = byExtension(file);
    preset.requireRoomFor(layer, file.getFileName().toString());
    return preset;
  }

  /** The name that people know it by. */
  public String title() {
    return title;
  }

  /** File name extensions without the dot; the first one is the usual. */
  public List<String> extensions() {
    return extensions;
  }

  /** Whether a cut-out can be kept. */
  public boolean holdsAlpha() {
    return this != H264;
  }

  /** What this preset stores a layer as. */
  abstract int pixelFormat(Layer layer);

  /** The encoder's own settings. */
  abstract Map<String, String> options();

  /** Width and height must be multiples of this. */
  int sizeMultiple() {
    return this == H264 ? 2 : 1;
  }

  /** A bit rate to aim at; 0 leaves it to the quality settings. */
  long bitsPerSecond(int width, int height, double framesPerSecond) {
    return 0;
  }

  String muxer() {
    return muxer;
  }

  String encoder() {
    return encoder;
  }

  private static VideoPreset byExtension(Path file) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(preset -> preset.extensions.contains(extension))
        .findFirst()
        .orElseThrow(
            () ->
                new MattingException(
                    "Video "
                        + name
                        + " has no extension that can be written, expected one of "
                        + list(List.of(values()))));
  }

  private void requireRoomFor(Layer layer, String name) {
    if (layer == Layer.CUTOUT_8 && !holdsAlpha()) {
      List<VideoPreset> others = Arrays.stream(values()).filter(VideoPreset::holdsAlpha).toList();
      throw new MattingException(
          title + " holds no alpha, so " + name + " cannot be a cut-out: use " + list(others));
    }
  }

  private static String list(List<VideoPreset> presets) {
    return presets.stream()
        .map(preset -> "." + preset.extensions.get(0) + " (" + preset.title + ")")
        .collect(Collectors.joining(", "));
  }
}
