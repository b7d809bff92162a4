package org.cleanplate.video;

import java.util.Map;
import java.util.regex.Pattern;

/** An encoder of the library and its settings. Which of them there are depends on its build. */
enum EncoderKind {
  X264("libx264") {
    @Override
    Map<String, String> options(Quality quality) {
      return Map.of("crf", quality.text(51, 6), "preset", "fast");
    }
  },
  OPENH264("libopenh264") {
    /** Quantisers of 18 and less are hard to tell from the original. */
    @Override
    Map<String, String> options(Quality quality) {
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

    @Override
    long bitsPerSecond(long pixelsPerSecond, Quality quality) {
      return Math.min(MAX_H264_BITS_PER_SECOND, pixelsPerSecond);
    }
  },
  H264_VIDEOTOOLBOX("h264_videotoolbox") {
    @Override
    long bitsPerSecond(long pixelsPerSecond, Quality quality) {
      return quality.bitsPerSecond(pixelsPerSecond);
    }
  },
  H264_MEDIA_FOUNDATION("h264_mf") {
    @Override
    long bitsPerSecond(long pixelsPerSecond, Quality quality) {
      return quality.bitsPerSecond(pixelsPerSecond);
    }
  },
  H264_NVENC("h264_nvenc") {
    @Override
    Map<String, String> options(Quality quality) {
      return Map.of("rc", "constqp", "qp", quality.text(51, 7));
    }
  },
  H264_QSV("h264_qsv") {
    @Override
    Map<String, String> options(Quality quality) {
      return Map.of("global_quality", quality.text(51, 7));
    }
  },
  X265("libx265") {
    @Override
    Map<String, String> options(Quality quality) {
      return Map.of(
          "crf", quality.text(51, 4), "preset", "fast", "x265-params", "log-level=warning");
    }
  },
  HEVC_VIDEOTOOLBOX("hevc_videotoolbox") {
    @Override
    long bitsPerSecond(long pixelsPerSecond, Quality quality) {
      return quality.bitsPerSecond(pixelsPerSecond);
    }
  },
  HEVC_MEDIA_FOUNDATION("hevc_mf") {
    @Override
    long bitsPerSecond(long pixelsPerSecond, Quality quality) {
      return quality.bitsPerSecond(pixelsPerSecond);
    }
  },
  HEVC_NVENC("hevc_nvenc") {
    @Override
    Map<String, String> options(Quality quality) {
      return Map.of("rc", "constqp", "qp", quality.text(51, 7));
    }
  },
  HEVC_QSV("hevc_qsv") {
    @Override
    Map<String, String> options(Quality quality) {
      return Map.of("global_quality", quality.text(51, 7));
    }
  },
  PRORES("prores_ks") {
    @Override
    Map<String, String> options(Quality quality) {
      return Map.of("profile", "4444", "alpha_bits", "16", "vendor", "apl0");
    }
  },
  FFV1("ffv1") {
    @Override
    Map<String, String> options(Quality quality) {
      return Map.of("level", "3", "slices", "4", "slicecrc", "1", "g", "1");
    }
  },
  VP9("libvpx-vp9") {
    @Override
    Map<String, String> options(Quality quality) {
      return Map.of(
          "crf",
          quality.text(63, 0),
          "deadline",
          "good",
          "cpu-used",
          "4",
          "row-mt",
          "1",
          "auto-alt-ref",
          "0");
    }
  };

  /** Between the quantisers of still and of busy parts. */
  private static final int QUANTISER_SPAN = 6;

  /** What level 5.2 allows at high profile. */
  private static final long MAX_H264_BITS_PER_SECOND = 240_000_000;

  private static final Pattern HARDWARE = Pattern.compile("_(videotoolbox|nvenc|qsv)$");

  private final String encoder;

  EncoderKind(String encoder) {
    this.encoder = encoder;
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
    return Map.of();
  }

  /** A bit rate to aim at; 0 leaves it to the other settings. */
  long bitsPerSecond(long pixelsPerSecond, Quality quality) {
    return 0;
  }
}
