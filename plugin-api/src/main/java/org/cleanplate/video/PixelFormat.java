package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PLANAR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;

/**
 * What the library knows of a pixel format.
 *
 * @param components samples a pixel, alpha counted
 * @param bits of the deepest sample
 * @param flags the library's own
 */
record PixelFormat(int components, int bits, long flags) {
  /** By the library's number: asked for with every frame, they never change. */
  private static final Map<Integer, PixelFormat> KNOWN = new ConcurrentHashMap<>();

  static PixelFormat of(AVFrame picture) {
    return of(picture.format());
  }

  static PixelFormat of(int pixelFormat) {
    return KNOWN.computeIfAbsent(pixelFormat, PixelFormat::describe);
  }

  private static PixelFormat describe(int pixelFormat) {
    AVPixFmtDescriptor description = av_pix_fmt_desc_get(pixelFormat);
    int components = description.nb_components();
    int bits = 0;
    for (int i = 0; i < components; i++) {
      bits = Math.max(bits, description.comp(i).depth());
    }
    return new PixelFormat(components, bits, description.flags());
  }

  /** Whether its samples are luma and chroma; grey and RGB have no matrix and no limited range. */
  boolean isYuv() {
    return components > 2 && (flags & AV_PIX_FMT_FLAG_RGB) == 0;
  }

  /** Whether it has no colour. */
  boolean isGray() {
    return components < 3 && (flags & AV_PIX_FMT_FLAG_PAL) == 0;
  }

  boolean isPlanar() {
    return (flags & AV_PIX_FMT_FLAG_PLANAR) != 0;
  }

  boolean hasAlpha() {
    return (flags & AV_PIX_FMT_FLAG_ALPHA) != 0;
  }

  /** Whether 8 bits a sample lose something. */
  boolean isDeep() {
    return bits > 8;
  }
}
