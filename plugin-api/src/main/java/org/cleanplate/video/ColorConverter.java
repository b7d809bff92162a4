package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_FCC;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE240M;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ411P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.io.IOException;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;

/**
 * Converts pictures between pixel formats, with the colour matrix and range that they declare: what
 * is left to the library's guess comes out shifted in colour. A picture that declares no matrix is
 * taken as BT.709 if it is HD and as BT.601 if it is smaller, as players do. The transfer function
 * is left as it is.
 *
 * <p>The native context is kept for pictures of the same kind. Used by one thread.
 */
final class ColorConverter implements AutoCloseable {
  /** From this height or width on, a picture is HD. */
  private static final int HD_HEIGHT = 720;

  private static final int HD_WIDTH = 1280;

  /** 1.0 in the library's 16.16 fixed point. */
  private static final int UNITY = 1 << 16;

  private static final int FULL_CHROMA = SWS_BICUBIC | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP;

  /** The matrices that there are coefficients for. */
  private static final Set<Integer> MATRICES =
      Set.of(
          AVCOL_SPC_BT709,
          AVCOL_SPC_FCC,
          AVCOL_SPC_BT470BG,
          AVCOL_SPC_SMPTE170M,
          AVCOL_SPC_SMPTE240M,
          AVCOL_SPC_BT2020_NCL);

  /** Formats that are of full range by their name. */
  private static final Set<Integer> NAMED_FULL_RANGE =
      Set.of(
          AV_PIX_FMT_YUVJ411P,
          AV_PIX_FMT_YUVJ420P,
          AV_PIX_FMT_YUVJ422P,
          AV_PIX_FMT_YUVJ440P,
          AV_PIX_FMT_YUVJ444P);

  private SwsContext context;
  private Kind kind;

  /** The matrix of a picture that names none. */
  static int defaultMatrix(int width, int height) {
    return height >= HD_HEIGHT || width >= HD_WIDTH ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
  }

  /** Fills {@code to}, which has the same size and buffers of its own. */
  void convert(AVFrame from, AVFrame to) throws IOException {
    Kind wanted = Kind.of(from, to);
    if (!wanted.equals(kind)) {
      close();
      context = open(wanted);
      kind = wanted;
    }
    FFmpeg.check(
        sws_scale(
            context, from.data(), from.linesize(), 0, from.height(), to.data(), to.linesize()),
        "Cannot convert the colours of a frame");
  }

  private static SwsContext open(Kind kind) throws IOException {
    SwsContext context =
        sws_getContext(
            kind.width,
            kind.height,
            kind.fromFormat,
            kind.width,
            kind.height,
            kind.toFormat,
            kind.fromGray ? FULL_CHROMA : FULL_CHROMA | SWS_ACCURATE_RND,
            null,
            null,
            (DoublePointer) null);
    if (context == null || context.isNull()) {
      throw new IOException("FFmpeg cannot convert between the pixel formats of this video");
    }
    sws_setColorspaceDetails(
        context,
        sws_getCoefficients(kind.fromMatrix),
        kind.fromFullRange ? 1 : 0,
        sws_getCoefficients(kind.toMatrix),
        kind.toFullRange ? 1 : 0,
        0,
        UNITY,
        UNITY);
    return context;
  }

  /**
   * The matrix to use; the library numbers its coefficient tables as the standard numbers the
   * matrices.
   */
  private static int matrixOf(AVFrame picture) {
    int declared = picture.colorspace();
    if (declared == AVCOL_SPC_BT2020_CL) {
      return AVCOL_SPC_BT2020_NCL;
    }
    return MATRICES.contains(declared)
        ? declared
        : defaultMatrix(picture.width(), picture.height());
  }

  /** Frees the native context. May be called twice, and the converter used again. */
  @Override
  public void close() {
    if (context != null) {
      sws_freeContext(context);
      context = null;
      kind = null;
    }
  }

  /**
   * All that a native context depends on.
   *
   * @param fromGray whether there is no chroma to round: the quick way is then as exact and takes a
   *     third of the time
   */
  private record Kind(
      int width,
      int height,
      boolean fromGray,
      int fromFormat,
      int fromMatrix,
      boolean fromFullRange,
      int toFormat,
      int toMatrix,
      boolean toFullRange) {

    static Kind of(AVFrame from, AVFrame to) {
      return new Kind(
          from.width(),
          from.height(),
          PixelFormat.of(from).components() < 3,
          from.format(),
          matrixOf(from),
          fullRange(from),
          to.format(),
          matrixOf(to),
          fullRange(to));
    }

    private static boolean fullRange(AVFrame picture) {
      return picture.color_range() == AVCOL_RANGE_JPEG
          || NAMED_FULL_RANGE.contains(picture.format())
          || !PixelFormat.of(picture).isYuv();
    }
  }
}
