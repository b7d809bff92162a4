package org.cleanplate.video;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** An encoder of the library and its settings. Which of them there are depends on its build. */
enum EncoderKind {
  X264("libx264", quality -> Map.of("crf", quality.text(51, 6), "preset", "fast")),
  OPENH264("libopenh264", EncoderKind::quantisersUpTo, EncoderKind::withinLevel),
  H264_VIDEOTOOLBOX("h264_videotoolbox", EncoderKind::byQuality),
  H264_MEDIA_FOUNDATION("h264_mf", EncoderKind::byQuality),
  H264_NVENC("h264_nvenc", EncoderKind::constantQuantiser),
  H264_QSV("h264_qsv", EncoderKind::globalQuality),
  X265(
      "libx265",
      quality ->
          Map.of("crf", quality.text(51, 4), "preset", "fast", "x265-params", "log-level=warning")),
  HEVC_VIDEOTOOLBOX("hevc_videotoolbox", EncoderKind::byQuality),
  HEVC_MEDIA_FOUNDATION("hevc_mf", EncoderKind::byQuality),
  HEVC_NVENC("hevc_nvenc", EncoderKind::constantQuantiser),
  HEVC_QSV("hevc_qsv", EncoderKind::globalQuality),
  PRORES("prores_ks", quality -> Map.of("profile", "4444", "alpha_bits", "16", "vendor", "apl0")),
  FFV1("ffv1", quality -> Map.of("level", "3", "slices", "4", "slicecrc", "1", "g", "1")),
  VP9(
      "libvpx-vp9",
      quality ->
          Map.of(
              "crf",
              quality.text(63, 0),
              "deadline",
              "good",
              "cpu-used",
              "4",
              "row-mt",
              "1",
              "auto-alt-ref",
              "0"));

  /** Between the quantisers of still and of busy parts. */
  private static final int QUANTISER_SPAN = 6;

  /** What level 5.2 allows at high profile. */
  private static final long MAX_H264_BITS_PER_SECOND = 240_000_000;

  private static final Pattern HARDWARE = Pattern.compile("_(videotoolbox|nvenc|qsv)$");

  private final String encoder;
  private final Function<Quality, Map<String, String>> options;
  private final BitRate bitRate;

  /** A bit rate to aim at; 0 leaves it to the other settings. */
  @FunctionalInterface
  private interface BitRate {
    long of(long pixelsPerSecond, Quality quality);
  }

  EncoderKind(String encoder, Function<Quality, Map<String, String>> options) {
    this(encoder, options, (pixelsPerSecond, quality) -> 0);
  }

  EncoderKind(String encoder, BitRate bitRate) {
    this(encoder, quality -> Map.of(), bitRate);
  }

  EncoderKind(String encoder, Function<Quality, Map<String, String>> options, BitRate bitRate) {
    this.encoder = encoder;
    this.options = options;
    this.bitRate = bitRate;
  }

  private static Map<String, String> constantQuantiser(Quality quality) {
    return Map.of("rc", "constqp", "qp", quality.text(51, 7));
  }

  private static Map<String, String> globalQuality(Quality quality) {
    return Map.of("global_quality", quality.text(51, 7));
  }

  /** Quantisers of 18 and less are hard to tell from the original. */
  private static Map<String, String> quantisersUpTo(Quality quality) {
    int most = quality.between(51, 7);
    return Map.of(
        "rc_mode",
        "quality",
        "profile",
        "high",
        "qmin",
        Integer.toString(Math.max(1, most - QUANTISER_SPAN)),
        "qmax",
        Integer.toString(most),
        "g",
        "60");
  }

  private static long byQuality(long pixelsPerSecond, Quality quality) {
    return quality.bitsPerSecond(pixelsPerSecond);
  }

  private static long withinLevel(long pixelsPerSecond, Quality quality) {
    return Math.min(MAX_H264_BITS_PER_SECOND, pixelsPerSecond);
  }

  /** The library's name. */
  String encoder() {
    return encoder;
  }

  /** Whether it is a part of a processor or a graphics card; Media Foundation's usually is none. */
  boolean isHardware() {
    return HARDWARE.matcher(encoder).find();
  }

  /** Its own settings. */
  Map<String, String> options(Quality quality) {
    return options.apply(quality);
  }

  /** A bit rate to aim at; 0 leaves it to the other settings. */
  long bitsPerSecond(long pixelsPerSecond, Quality quality) {
    return bitRate.of(pixelsPerSecond, quality);
  }
}
